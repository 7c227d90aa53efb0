/** A record to read, its head, and the ways to cite it. */
export const recordStyle = `${head()}${turns()}${cited()}${cite()}`

// ---------------------------------------------------------------------------

function head(): string {
  return `.record-head { margin-bottom: 2.5rem; }
.record-head h1 { white-space: pre-line; text-wrap: balance; unicode-bidi: isolate; }
.facts {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.25rem 1.25rem;
  margin: 1rem 0;
  font-size: 0.875rem;
  font-variant-numeric: tabular-nums;
}
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.facts code, .colophon code { font-size: 0.9375em; overflow-wrap: anywhere; }
.people { margin: 0; padding: 0; list-style: none; }
.people li { display: inline-block; margin-inline-end: 1.25em; }
.people .role { margin-inline-start: 0.4em; }
.version > summary { color: inherit; }
.version, .record-head .version { margin: 0; }
.version p { margin: 0.25rem 0 0; }
.repairs ol { margin: 0.5rem 0; padding-inline-start: 2.25rem; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.repairs li + li { margin-top: 0.5rem; }
.repairs li p { margin: 0; }
.repairs .change { white-space: pre-wrap; font-family: var(--serif); }
.repairs del { text-decoration-color: var(--accent); }
.repairs ins { text-decoration: none; border-bottom: 2px solid var(--soft); }
.sign { padding: 0 0.25em; font-size: 0.8125em; color: var(--soft); border: 1px solid var(--line); border-radius: 0.2em; }
.contents { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.contents .label { margin: 0 0 0.25rem; }
.contents ol { margin: 0; padding: 0; list-style: none; }
.contents .inner { padding-inline-start: 1.5em; }
.contents a { display: inline-block; min-height: 1.5rem; }
`
}

function turns(): string {
  return `.turns { font: 1.0625rem/1.85 var(--serif); line-break: strict; hanging-punctuation: allow-end last; text-autospace: normal; }
.turns h2, .turns h3 { font-family: var(--sans); scroll-margin-top: 1rem; text-wrap: balance; }
.turns > p { color: var(--soft); }
.turn { margin: 1.5rem 0; padding-inline-start: 1.125rem; border-inline-start: 3px solid transparent; scroll-margin-top: 1rem; }
.turn p { unicode-bidi: isolate; text-wrap: pretty; }
.said > :last-child { margin-bottom: 0; }
.said h2:first-child, .said h3:first-child { margin-top: 0; }
.turn.reply { border-inline-start-color: var(--accent); }
.turn.statement { border-inline-start: 5px double var(--soft); padding-inline-start: 1rem; }
.turn.question { margin-top: 2.5rem; border-inline-start: 3px dotted var(--soft); }
.turn.narration { border-inline-start: 0; padding-inline-start: 0; }
.by { display: flex; justify-content: space-between; align-items: baseline; gap: 0 1rem; font: 1rem/1.7 var(--sans); }
.by .who { margin: 0 0 0.125rem; }
.turn-links { flex: none; display: flex; gap: 0 1rem; margin: 0 0 0 auto; font-size: 0.8125rem; }
.turn-links a { min-height: 1.5rem; color: var(--soft); text-decoration: none; }
.turn-links a:hover, .turn-links a:focus-visible, .turn:target .turn-links a { color: var(--accent); text-decoration: underline; }
.narration > .by { float: inline-end; margin-inline-start: 1rem; }
.turn:target, .turn.cited { background: var(--raised); outline: 0.625rem solid var(--raised); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
}

function cited(): string {
  return `#quote { scroll-margin-top: 9rem; }
.turns mark { padding: 0.1em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
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
  return `.cite .form { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; margin-top: 0.75rem; }
.cite .label { grid-column: 1 / -1; margin: 0; color: var(--soft); }
.cite pre {
  margin: 0;
  padding: 0.625rem 0.75rem;
  background: var(--raised);
  border-radius: 0.25rem;
  font: 0.875rem/1.6 var(--sans);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
  -webkit-user-select: all;
  user-select: all;
}
.cite pre[id$="bibtex"], .cite pre[id$="address"] { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 0.8125rem; }
button.quiet {
  align-self: start;
  min-height: 2.25rem;
  padding: 0.25rem 0.75rem;
  color: var(--accent);
  background: transparent;
  border: 1px solid var(--line);
  font-size: 0.875rem;
  font-weight: 400;
}
[hidden] { display: none !important; }
button.stacked { display: inline-grid; }
button.stacked > span { grid-area: 1 / 1; }
button.stacked > :last-child, button.stacked.done > :first-child { opacity: 0; }
button.stacked.done > :last-child { opacity: 1; }
.told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`
}
