/** Quotes and their sources. */
export const quoteStyle = `.quote { margin: 1.5rem 0 0; }
.quote + .quote { border-top: 1px solid var(--line); padding-top: 1.5rem; }
.quote .replied { margin: 0 0 0.75rem; padding-inline-start: 1.25rem; }
.quote .replied .label { display: block; }
.quote .who { margin: 0; padding-inline-start: 1.25rem; }
.speaker { font-weight: 700; }
.role, .kind { font-size: 0.875rem; }
.role { margin-inline-start: 0.4em; }
blockquote {
  margin: 0.25rem 0 0.75rem;
  padding-inline-start: calc(1.25rem - 3px);
  border-inline-start: 3px solid var(--accent);
  font-size: 1.1875rem;
  line-height: 1.75;
}
blockquote p { margin: 0; white-space: pre-line; }
mark { color: inherit; background: var(--mark); border-radius: 0.15em; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.links a { padding: 0.125rem 0; }
.quote footer, .quote .around { padding-inline-start: 1.25rem; }
.quote footer p { margin: 0; }
.also { margin-top: 0.5rem; }
.also ul { margin: 0; padding-inline-start: 1.25rem; }
.also .part::before { text-decoration: none; }
.around { margin: 0 0 0.5rem; }
.quote summary { font-size: 0.875rem; color: var(--soft); }
.around p { margin: 0.5rem 0 0; white-space: pre-line; }
.beside {
  margin: 0 0 0.75rem;
  padding-inline-start: calc(1.25rem - 3px);
  border-inline-start: 3px dotted var(--edge);
}
.beside .label { color: var(--soft); }
.nearest blockquote { border-inline-start: 1px solid var(--edge); padding-inline-start: calc(1.25rem - 1px); font-size: 1rem; }
.nearest mark { background: none; text-decoration: underline dotted var(--edge); text-underline-offset: 0.25em; }
`
