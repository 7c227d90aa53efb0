/** A record to read, its head, and the ways to cite it. */
export const recordStyle = `${head()}${turns()}${cited()}${cite()}`

// ---------------------------------------------------------------------------

function head(): string {
  return `.record-head { margin-bottom: 2rem; padding-bottom: 1.25rem; border-bottom: 1px solid var(--line); }
.record-head h1 { white-space: pre-line; }
.facts {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.25rem 1.25rem;
  margin: 1rem 0;
  font-size: 0.875rem;
}
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.people { margin: 0; padding: 0; list-style: none; }
.people li { display: inline-block; margin-inline-end: 1.25em; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; font-size: 0.875rem; }
.tools > details { margin: 0; }
.tools > [open] { flex-basis: 100%; padding-bottom: 0.75rem; }
.tools > a { padding: 0.125rem 0; }
.version p { margin: 0.25rem 0 0; }
.repairs ol { margin: 0.5rem 0 0; padding-inline-start: 2.5rem; font-variant-numeric: tabular-nums; }
.repairs li + li { margin-top: 0.5rem; }
.repairs li p { margin: 0; }
.repairs .change { white-space: pre-wrap; }
.repairs del { text-decoration-color: var(--accent); }
.repairs ins { text-decoration: none; border-bottom: 2px solid var(--edge); }
.sign { padding: 0 0.25em; color: var(--soft); border: 1px solid var(--line); border-radius: 0.2em; }
.contents { margin-top: 1.25rem; }
.contents .label { margin: 0; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents .inner { padding-inline-start: 1.5em; }
.contents a { display: inline-block; min-height: 1.5rem; }
`
}

function turns(): string {
  return `.transcript { font-size: 1.0625rem; line-height: 1.85; hanging-punctuation: allow-end last; text-autospace: normal; }
.transcript > p { color: var(--soft); }
.turn { margin: 1.5rem 0; padding-inline-start: 1.125rem; border-inline-start: 3px solid transparent; scroll-margin-top: 1rem; }
.spoken > :last-child { margin-bottom: 0; }
.spoken > :is(h2, h3):first-child { margin-top: 0; }
.turn.reply { border-inline-start-color: var(--accent); }
.turn.statement { padding-inline-start: 1rem; border-inline-start: 5px double var(--edge); }
.turn.question { margin-top: 2.5rem; border-inline-start: 3px dotted var(--edge); }
.turn.narration { padding-inline-start: 0; border-inline-start: 0; }
.by { display: flex; justify-content: space-between; align-items: baseline; gap: 0 1rem; font-size: 1rem; line-height: 1.7; }
@media screen and (min-height: 30rem) {
  .turn:not(.narration) > .by:not(.tall) { position: sticky; top: 0; padding-top: 0.25rem; background: var(--ground); }
  .turn:is(.cited, :target) > .by:not(.tall) { background: var(--raised); }
}
.by .who { margin: 0 0 0.125rem; }
.by .kind { padding: 0 0.4em; border: 1px solid var(--line); border-radius: 0.2em; font-size: 0.75rem; white-space: nowrap; }
.by .role + .kind { margin-inline-start: 0.4em; }
.turn-links { flex: none; display: flex; gap: 0 1rem; margin: 0; font-size: 0.8125rem; }
.turn-links a { min-height: 1.5rem; color: var(--soft); text-decoration: none; }
.turn-links a:hover, .turn-links a:focus-visible, .turn:target .turn-links a { color: var(--accent); text-decoration: underline; }
.narration > .by { float: inline-end; margin-inline-start: 1rem; }
.turn:target, .turn.cited { background: var(--raised); outline: 0.625rem solid var(--raised); }
`
}

function cited(): string {
  return `#quote { scroll-margin-top: 9rem; }
.transcript mark { padding: 0.1em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.jump { margin: 0 0 1rem; font-size: 0.875rem; }
.notice { margin: 0 0 1.5rem; padding: 0.875rem 1.125rem; border: 1px solid var(--line); border-inline-start: 3px solid var(--accent); }
.notice p { margin: 0 0 0.375rem; }
.notice p:last-child { margin: 0; }
.notice .facts { margin: 0.5rem 0; }
.about-quote { margin: 1.25rem 0 2rem; padding: 0.5rem 0 0.75rem; font: 1rem/1.7 var(--sans); border-block: 1px solid var(--line); }
.about-quote .cite { margin: 0 0 0.5rem; }
.colophon { display: none; }
`
}

function cite(): string {
  return `.cite > summary { font-size: 0.875rem; }
.quote .cite { margin-top: 0.25rem; padding-inline-start: 1.25rem; }
.cite .form { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: end; gap: 0.25rem 0.75rem; margin-top: 0.75rem; }
.cite .label { margin: 0; }
.cite pre {
  grid-column: 1 / -1;
  margin: 0;
  padding: 0.625rem 0.75rem;
  background: var(--raised);
  border-radius: 0.25rem;
  font: 0.875rem/1.6 var(--sans);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  -webkit-user-select: all;
  user-select: all;
}
.cite pre[id$="bibtex"], .cite pre[id$="address"] { font-family: var(--mono); font-size: 0.8125rem; }
button.minor {
  min-height: 2rem;
  padding: 0.125rem 0.75rem;
  color: var(--accent);
  background: transparent;
  border: 1px solid var(--line);
  font-size: 0.875rem;
  font-weight: 400;
}
[hidden] { display: none !important; }
button.stacked { display: inline-grid; place-items: center; }
button.stacked > span { grid-area: 1 / 1; }
button.stacked > :last-child, button.stacked.done > :first-child { opacity: 0; }
button.stacked.done > :last-child { opacity: 1; }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`
}
