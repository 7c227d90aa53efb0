/** Quotes and their sources. */
export const quoteStyle = `.quote { margin: 1.75rem 0 0; }
.quote + .quote { border-top: 1px solid var(--line); padding-top: 1.75rem; }
blockquote {
  margin: 0.5rem 0 0.75rem;
  padding: 0 0 0 1rem;
  border-inline-start: 3px solid var(--accent);
  font: 1.1875rem/1.75 var(--serif);
}
blockquote p { margin: 0; white-space: pre-line; }
mark { color: inherit; background: var(--mark); border-radius: 0.15em; }
cite { font-style: normal; }
.who, .where, .links { margin: 0; }
.role, .kind { margin-inline-start: 0.6em; font-size: 0.875rem; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.also { margin-top: 0.5rem; }
.also p { margin: 0; }
.also ul { margin: 0; padding-inline-start: 1.25rem; }
.around { margin: 0 0 0.75rem; }
.around p { margin: 0.5rem 0 0; white-space: pre-line; font: 1rem/1.7 var(--serif); }
.beside {
  margin: 0 0 0.75rem;
  padding: 0 0 0 1rem;
  border-inline-start: 3px dotted var(--accent);
  font: 1rem/1.7 var(--serif);
}
.beside .label { font-family: var(--sans); color: var(--soft); }
.quote + .note { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.nearest blockquote { border-inline-start: 3px dotted var(--line); }
`
