/** Forms, filters, and what follows an answer. */
export const askStyle = `.ask { margin: 1.25rem 0 0; }
main > search:first-child .ask, h1.unseen + search .ask { margin-top: 0; }
.ask label { display: block; font-size: 0.875rem; color: var(--soft); }
.line { display: flex; gap: 0.5rem; margin-top: 0.25rem; }
input, select, button { font: inherit; color: inherit; letter-spacing: inherit; }
input, select {
  width: 100%;
  min-width: 0;
  min-height: 2.75rem;
  padding: 0.4rem 0.75rem;
  background: var(--ground);
  border: 1px solid var(--edge);
  border-radius: 0.25rem;
  text-overflow: ellipsis;
}
input[type="search"] { appearance: none; }
input::placeholder { color: var(--soft); opacity: 1; }
input[aria-invalid], select[aria-invalid] { border: 2px solid var(--accent); }
button {
  flex: none;
  min-height: 2.75rem;
  padding: 0.4rem 1.25rem;
  color: var(--ground);
  background: var(--accent);
  border: 1px solid transparent;
  border-radius: 0.25rem;
  font-weight: 600;
  cursor: pointer;
}
button:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
.ask details { margin-top: 0.5rem; }
.ask summary { font-size: 0.875rem; color: var(--soft); }
.filters {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  gap: 0.75rem;
  align-items: start;
  margin-top: 0.5rem;
}
.filters button { justify-self: start; }
.fault { margin: 0 0 0.25rem; color: var(--accent); font-size: 0.875rem; font-weight: 600; }
.problem {
  margin: 0 0 1.25rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 0.25rem;
}
.filters-set, .years, .ways, .offices, .entries, .turns, .index ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.filters-set { display: flex; flex-wrap: wrap; gap: 0.375rem 0.5rem; margin-top: 0.5rem; font-size: 0.875rem; }
.chip {
  display: inline-block;
  padding: 0.125rem 0.625rem;
  border: 1px solid var(--edge);
  border-radius: 0.25rem;
  background: var(--raised);
  color: inherit;
  text-decoration: none;
}
.chip:hover { border-color: var(--accent); }
.plain { display: inline-block; padding: 0.1875rem 0; }
.answer, .abstention { margin-top: 2rem; }
.answer > h1, .verdict h1 { font-size: 1.25rem; line-height: 1.4; margin: 0 0 0.5rem; scroll-margin-top: 12rem; }
.answer > h1 { padding-bottom: 0.5rem; border-bottom: 1px solid var(--line); margin: 0; }
.verdict { padding: 1rem 1.25rem; background: var(--raised); border: 1px solid var(--line); border-radius: 0.25rem; }
.verdict h1 { font-family: var(--sans); }
.verdict p:last-child { margin-block: 0; }
.nearest h2 { font: 600 1rem/1.5 var(--sans); color: var(--soft); }
.follow-ups { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.follow-ups h2, .latest h2 { font-size: 1.0625rem; margin: 0 0 0.5rem; }
.follow-ups ul { margin: 0; padding: 0; list-style: none; }
.follow-ups li { padding: 0.125rem 0; }
.answer .searched { margin-block: 1.75rem 0; padding-top: 0.75rem; border-top: 1px solid var(--line); }
.latest { margin-top: 3rem; }
@media (max-width: 26rem) {
  .line { flex-direction: column; align-items: start; }
  .line button { align-self: stretch; }
}
@media screen {
  .on-paper { display: none; }
}
@media print {
  .on-paper { margin: 0 0 1rem; font-size: 1.25em; }
  .chip span, .plain, details:not([open]) > summary { display: none; }
}
@media (forced-colors: active) {
  input[aria-invalid], select[aria-invalid] { outline: 2px solid Mark; }
}
`
