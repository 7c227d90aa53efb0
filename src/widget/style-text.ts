/** The conversation: what was asked, quotes with their sources, abstentions, problems. */
export const textStyle = `
a, .link { color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; }
a:hover, .link:hover { text-decoration-thickness: 2px; }
.link { min-height: 1.75em; padding: 0; border: 0; background: none; font-size: inherit; text-align: start; }
.label { font-size: 0.875em; color: var(--soft); }
time, .dates { display: inline-block; font-variant-numeric: lining-nums tabular-nums; }
cite { font-style: normal; }
.part::before { content: "\\a0· "; font-family: system-ui, sans-serif; }
.part:first-child::before { content: none; }
.intro, .scope, .lead, .searched, .where, .links, .also, .replied, .rating, .countdown {
  font-size: 0.875em;
}
.intro, .scope, .lead, .searched, .where, .replied, .rating, .countdown { color: var(--soft); }
.exchange, .pending:not(:empty) { margin-top: 1.25em; padding-top: 1.25em; border-top: 1px solid var(--line); }
.asked { font-weight: 650; white-space: pre-line; }
.asked .label { font-weight: 400; margin-inline-end: 0.375em; }
.lead { margin-top: 0.25em; }

figure { margin-top: 1.25em; }
figure + figure { padding-top: 1.25em; border-top: 1px solid var(--line); }
blockquote {
  margin: 0.25em 0 0.625em;
  white-space: pre-line;
}
.quote .who { padding-inline-start: calc(1em + 3px); }
.quote .replied, .quote .unfold { padding-inline-start: calc(1.143em + 3px); }
.replied { margin-bottom: 0.5em; }
.quote blockquote {
  padding-inline-start: 0.889em;
  border-inline-start: 3px solid var(--accent);
  font: 1.125em/1.75 var(--serif);
}
mark { background: var(--mark); color: inherit; border-radius: 0.15em; }
bdi[lang] { font-family: var(--sans); }
.said { color: var(--ink); }
.replied .label { font-size: inherit; }
.replied { white-space: pre-line; }
.beside {
  margin: 0.5em 0;
  padding-inline-start: 1.067em;
  border-inline-start: 3px dotted var(--line);
  white-space: pre-line;
  font: 0.9375em/1.7 var(--serif);
}
.beside .label { font-family: var(--sans); }
.beside bdi { font-family: var(--serif); }
.folded {
  max-height: 14em;
  overflow: hidden;
  -webkit-mask-image: linear-gradient(#000 calc(100% - 4em), #0003);
  mask-image: linear-gradient(#000 calc(100% - 4em), #0003);
}
.unfold { margin-bottom: 0.5em; font-size: 0.875em; }
.name { font-weight: 650; }
.role { margin-inline-start: 0.375em; font-size: 0.875em; color: var(--soft); }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25em; margin-top: 0.25em; }
.links > * { display: inline-block; min-height: 1.75em; padding: 0.125em 0; }
.also { margin-top: 0.5em; }
.also li { padding-inline-start: 1em; }
.also a { display: inline-block; padding-block: 0.125em; }
.copy-text { display: block; width: 100%; margin-top: 0.5em; font-size: 0.875em; }
.rating { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375em 0.625em; margin-top: 0.5em; }
.small, .chips button {
  min-height: 2em;
  padding: 0.125em 0.875em;
  border: 1px solid var(--edge);
  border-radius: var(--radius);
  background: none;
  color: var(--ink);
}
.thumb {
  display: inline-block;
  width: 1em;
  height: 1em;
  margin-inline-end: 0.375em;
  background: currentColor;
  clip-path: polygon(
    0 42%, 18% 42%, 18% 94%, 0 94%, 0 42%,
    26% 42%, 45% 4%, 60% 8%, 58% 36%, 96% 36%, 100% 46%, 88% 94%, 26% 94%, 26% 42%, 0 42%
  );
  forced-color-adjust: none;
  vertical-align: -0.125em;
}
.down { transform: rotate(180deg); }
.small[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.small:hover, .chips button:hover { border-color: var(--accent); color: var(--accent); }

h4 { font-weight: 650; font-size: 0.9375em; }
.follow-ups { margin-top: 1.5em; }
.chips { display: flex; flex-wrap: wrap; gap: 0.5em; margin-top: 0.5em; }
.chips li { max-width: 100%; }
.chips button { max-width: 100%; min-height: 3em; text-align: start; font-size: 0.9375em; line-height: 1.4; }
.searched { margin-top: 1.25em; }

.declined { margin-top: 0.75em; padding: 0.75em 1em; background: var(--raised); border-radius: var(--radius); }
.declined .searched { margin-top: 0.5em; }
.verdict { font-weight: 650; color: var(--ink); }
.nearest { margin-top: 1.5em; }
.near { margin-top: 0.875em; font-size: 0.9375em; }
.near + .near { padding-top: 0.875em; border-top: 1px dashed var(--line); }
.near blockquote { color: var(--soft); }
.near mark { background: none; font-weight: 650; }
.near .name { font-weight: 400; }

.problem { margin-top: 0.75em; padding: 0.75em 1em; border: 1px solid var(--accent); border-radius: var(--radius); }
.retry { margin-top: 0.625em; }
`
