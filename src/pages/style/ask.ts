/** The form to ask with and what follows an answer. */
export const askStyle = `.ask { margin: 1.5rem 0 0; }
.ask label { display: block; font-size: 0.875rem; color: var(--soft); }
.line { display: flex; gap: 0.5rem; margin-top: 0.25rem; }
input, select, button { font: inherit; color: inherit; }
input, select {
  width: 100%;
  min-width: 0;
  min-height: 2.75rem;
  padding: 0.4rem 0.75rem;
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: 0.375rem;
}
button {
  flex: none;
  min-height: 2.75rem;
  padding: 0.4rem 1.25rem;
  color: var(--ground);
  background: var(--accent);
  border: 0;
  border-radius: 0.375rem;
  font-weight: 600;
  cursor: pointer;
}
details { margin-top: 0.75rem; }
summary { font-size: 0.875rem; color: var(--soft); cursor: pointer; }
.filters {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  gap: 0.75rem;
  margin-top: 0.75rem;
}
.problem {
  margin: 1.5rem 0 0;
  padding: 0.75rem 1rem;
  border: 1px solid var(--accent);
  border-radius: 0.375rem;
}
.follow-ups { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.follow-ups h3 { margin: 0 0 0.5rem; }
.follow-ups ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
`
