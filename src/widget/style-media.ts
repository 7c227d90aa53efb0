const darkPalette = `
  --ground: var(--lectern-ground, #171614);
  --raised: var(--lectern-raised, #211f1c);
  --ink: var(--lectern-ink, #ece7df);
  --soft: var(--lectern-soft, #a59c91);
  --line: var(--lectern-line, #38342f);
  --edge: #857c72;
  --accent: var(--lectern-accent, #e59a86);
  --on-accent: var(--lectern-on-accent, #171614);
  --mark: var(--lectern-mark, #5a4a12);
`

/** Dark, small, forced colours, paper. Nothing in the widget moves, so there is no motion to reduce. */
export const mediaStyle = `
@media (prefers-color-scheme: dark) {
  .root:where(:not(.light)) {${darkPalette}  }
}
.root:where(.dark) { color-scheme: dark; ${darkPalette}}
.root:where(.light) { color-scheme: light; }
@media (prefers-contrast: more) {
  .root { --soft: var(--ink); --line: var(--edge); --edge: var(--ink); }
}
@media (max-width: 30em) {
  .button .panel {
    inset: 0;
    width: 100%;
    height: 100vh;
    height: 100dvh;
    min-height: 0;
    max-height: none;
    border-width: 3px 0 0;
    border-radius: 0;
  }
  .keys { display: none; }
}
@media (max-height: 30em) {
  .button .panel { inset-block: 0; min-height: 0; max-height: none; }
  .keys, label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
}
@media (forced-colors: active) {
  .launcher, .panel, .submit, .retry, .declined { border: 1px solid ButtonBorder; }
  mark { background: Mark; color: MarkText; }
  .thumb { background: ButtonText; }
  .small[aria-pressed="true"] { text-decoration: underline; }
}
@media print {
  .launcher, form, .plain, .links button, .rating, .follow-ups, .unfold, .retry, .status, .copy-text { display: none; }
  .root { color: #000; }
  .panel, .button .panel {
    position: static;
    width: auto;
    max-width: none;
    height: auto;
    min-height: 0;
    max-height: none;
    border: 0;
    box-shadow: none;
    overflow: visible;
  }
  .scroller { overflow: visible; }
  header, .scroller { padding-inline: 0; }
  .folded { max-height: none; -webkit-mask-image: none; mask-image: none; }
  figure { break-inside: avoid; }
  .links { display: block; }
  .links a { display: block; }
  .links a::after { content: " " attr(href); font-size: 0.875em; }
}
`
