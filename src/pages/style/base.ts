import { typeStyle } from './type.ts'

/** Colours, type and the frame of every page. */
export const baseStyle = `${typeStyle}:root {
  color-scheme: light dark;
  --ground: #fdfcfa;
  --raised: #f4f1ec;
  --ink: #1d1b19;
  --soft: #625c55;
  --line: #ddd6cc;
  --edge: #8c857c;
  --accent: #8a2b1d;
  --mark: #fbe7a1;
  --measure: 38rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614;
    --raised: #211f1c;
    --ink: #ece7df;
    --soft: #a59c91;
    --line: #38342f;
    --edge: #857c72;
    --accent: #e59a86;
    --mark: #5a4a12;
  }
}
@media (prefers-contrast: more) {
  :root { --soft: var(--ink); --line: var(--edge); --edge: var(--ink); }
  a { text-decoration-thickness: 2px; }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.7 var(--sans);
  line-break: strict;
  overflow-wrap: anywhere;
  text-wrap: pretty;
}
h1, h2, h3 { font-weight: 700; text-wrap: balance; scroll-margin-top: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.35; margin: 0 0 0.75rem; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.0625rem; line-height: 1.45; margin: 2rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
:lang(en) > p, p:lang(en) { max-width: 66ch; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
bdi, cite { unicode-bidi: isolate; font-style: normal; }
summary { width: fit-content; min-height: 1.5rem; cursor: pointer; }
time, .dates, .number { font-variant-numeric: lining-nums tabular-nums; }
time, .dates, .number.part { white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.25rem 0.5rem; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.site, main { max-width: calc(var(--measure) + 2.5rem); margin: 0 auto; padding: 0 1.25rem; }
.site {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: baseline;
  gap: 0.25rem 1.5rem;
}
header.site { padding-top: 0.875rem; }
header.site::after { content: ""; flex: 1 0 100%; margin-top: 0.375rem; border-top: 2px solid var(--accent); }
.site .name {
  color: var(--accent);
  font: 700 1.25rem/1.5 var(--serif);
  letter-spacing: 0.03em;
  text-decoration: none;
}
.site nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: 0.9375rem; }
.site nav a { padding: 0.25rem 0; color: inherit; text-decoration: none; }
.site nav a:hover { text-decoration: underline; }
.site nav a[aria-current] { font-weight: 650; box-shadow: inset 0 -2px var(--accent); }
main { padding-top: 1.75rem; padding-bottom: 4rem; }
footer.site { padding-bottom: 2.5rem; color: var(--soft); font-size: 0.875rem; }
footer.site::before { content: ""; flex: 1 0 100%; margin-bottom: 0.75rem; border-top: 1px solid var(--line); }
footer.site nav { font-size: inherit; }
.intro { font-size: 1.0625rem; }
.note, .where, .role, .kind, .label, .replied { color: var(--soft); }
.note, .where, .links, .also, .replied { font-size: 0.875rem; }
.label { font-size: 0.8125rem; }
.part::before { content: " · "; white-space: pre-wrap; }
.part:first-child::before { content: none; }
.parts { display: flex; flex-wrap: wrap; max-width: none; margin-inline-start: -1.25em; clip-path: inset(0 0 0 1.25em); }
.parts .part { position: relative; padding-inline-start: 1.25em; }
.parts .part::before { content: "·"; position: absolute; inset-inline-start: 0; width: 1.25em; text-align: center; }
.parts .part:first-child::before { content: none; }
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  .site nav a[aria-current] { text-decoration: underline; }
}
`
