/** Lists of records and speakers, and the page that shows the widget. */
export const listsStyle = `.entry { display: flex; gap: 0 1.25rem; padding: 0.625rem 0; border-top: 1px solid var(--line); }
.entry > time, .entry > .undated { flex: none; width: 6rem; color: var(--soft); font-size: 0.9375rem; line-height: 1.8; }
.entry > div { flex: 1; min-width: 0; }
.entry .note { margin-block: 0; }
.entry .title { color: inherit; font-weight: 600; text-decoration-color: var(--accent); }
.entry .title:hover { color: var(--accent); }
.entries { margin-bottom: 1rem; border-bottom: 1px solid var(--line); }
.speakers .entry { justify-content: space-between; align-items: baseline; scroll-margin-top: 1rem; }
.speakers .entry .note { flex: none; text-align: end; }
.speakers .entry:target { background: var(--raised); }
.years { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-bottom: 0.5rem; font-variant-numeric: tabular-nums; }
.years a { display: inline-block; padding: 0.125rem 0; }
[role="status"] { margin: 0.75rem 0 0; }
.ways li { padding: 0.125rem 0; }
.pager { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; margin-top: 2rem; }
.pager a { padding: 0.25rem 0; }
.offices { margin-bottom: 1.5rem; }
.said h3 { margin: 1.75rem 0 0.25rem; }
.said h3 a { color: inherit; text-decoration-color: var(--edge); }
.said h3 time, .said h3 .undated { font: 0.875rem/1.7 var(--sans); color: var(--soft); margin-inline-start: 0.25em; }
.turns { border-inline-start: 1px solid var(--edge); padding-inline-start: 1rem; }
.turns li { padding: 0.375rem 0; }
.turns .replied { margin: 0; font-size: 0.8125rem; }
.turns a { color: inherit; text-decoration: none; }
.turns a:hover { text-decoration: underline; }
.index { margin: 0 0 1.5rem; }
.index ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: 0.5rem; }
.index a { display: inline-block; padding: 0.125rem 0; }
lectern-chat:not(:defined) { display: block; }
.code { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: start; margin: 0 0 0.75rem; }
.code pre {
  flex: 1 1 20rem;
  margin: 0;
  padding: 0.625rem 0.875rem;
  background: var(--raised);
  border: 1px solid var(--line);
  border-radius: 0.25rem;
  white-space: pre-wrap;
  line-height: 1.6;
}
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-weight: 400; }
thead th { color: var(--soft); font-size: 0.875rem; }
tbody th { width: 42%; }
tbody th code { display: inline-block; margin-inline-end: 0.5em; white-space: nowrap; }
@media (max-width: 30rem) {
  .entry { flex-direction: column; }
  .entry > time, .entry > .undated { width: auto; font-size: 0.875rem; line-height: 1.5; }
  .speakers .entry { align-items: stretch; }
  .speakers .entry .note { text-align: start; }
  th, td { padding-inline-end: 0.5rem; }
  tbody th { font-size: 0.875rem; }
}
`
