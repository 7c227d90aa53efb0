/** Palette, launcher, panel and form. Lengths are in `em`: `rem` would let in the type size of the page. */
export const frameStyle = `
:host { all: initial; display: block; }
:host([hidden]) { display: none; }
.root {
  all: initial;
  direction: ltr;
  unicode-bidi: isolate;
  color-scheme: light dark;
  --ground: var(--lectern-ground, #fdfcfa);
  --raised: var(--lectern-raised, #f4f1ec);
  --ink: var(--lectern-ink, #1d1b19);
  --soft: var(--lectern-soft, #625c55);
  --line: var(--lectern-line, #ddd6cc);
  --edge: #8c857c;
  --accent: var(--lectern-accent, #8a2b1d);
  --on-accent: var(--lectern-on-accent, #fdfcfa);
  --mark: var(--lectern-mark, #fbe7a1);
  --radius: var(--lectern-radius, 0.375em);
  --gap: var(--lectern-gap, 1.25em);
  display: block;
  color: var(--ink);
  font-family: var(--sans);
  font-size: var(--lectern-font-size, medium);
  line-height: 1.65;
  overflow-wrap: anywhere;
  line-break: strict;
  text-wrap: pretty;
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
/* Per element that tells its language: one sign may be drawn otherwise in another. */
.root, [lang] {
  --sans: var(--lectern-font, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
  --serif: var(--lectern-quote-font, Georgia, "Noto Serif", "Liberation Serif", serif);
}
[lang]:lang(zh) {
  --sans: var(--lectern-font, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif);
  --serif: var(--lectern-quote-font, "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC",
    "Times New Roman", SimSun, serif);
}
[lang]:lang(zh-Hant), [lang]:lang(zh-TW), [lang]:lang(zh-HK), [lang]:lang(zh-MO) {
  --sans: var(--lectern-font, -apple-system, "Segoe UI", "PingFang TC", "PingFang HK", "Microsoft JhengHei",
    "Noto Sans CJK TC", "Noto Sans TC", system-ui, sans-serif);
  --serif: var(--lectern-quote-font, "Noto Serif CJK TC", "Source Han Serif TC", "Noto Serif TC", "Songti TC",
    "Times New Roman", PMingLiU, serif);
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, h4, p, ul, figure, blockquote { margin: 0; padding: 0; font: inherit; }
ul { list-style: none; }
button, textarea { margin: 0; font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; -webkit-tap-highlight-color: transparent; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.launcher {
  position: fixed;
  z-index: var(--lectern-z-index, 2147483000);
  inset: auto var(--gap) var(--gap) auto;
  min-height: 3em;
  padding: 0.5em 1.25em;
  border: 1px solid transparent;
  border-radius: var(--radius);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  box-shadow: 0 1px 2px #0003, 0 4px 16px #0002;
}
.panel {
  display: flex;
  flex-direction: column;
  max-height: min(var(--lectern-panel-height, 44em), 100vh);
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  overflow: hidden;
}
.panel:focus { outline: none; }
.button .panel {
  position: fixed;
  z-index: var(--lectern-z-index, 2147483000);
  inset: auto var(--gap) calc(var(--gap) + 3.75em) auto;
  width: min(var(--lectern-panel-width, 28em), 100vw - 2 * var(--gap));
  min-height: min(20em, 100vh - 2 * var(--gap) - 3.75em);
  max-height: min(var(--lectern-panel-height, 44em), 100vh - 2 * var(--gap) - 3.75em);
  border-top: 3px solid var(--accent);
  box-shadow: 0 2px 6px #0002, 0 12px 40px #0003;
}
:host(:dir(rtl)) .launcher, :host(:dir(rtl)) .button .panel { right: auto; left: var(--gap); }
.inline .panel { border-top: 3px solid var(--accent); max-width: var(--lectern-panel-width, 44em); }
header {
  display: flex;
  flex: none;
  align-items: center;
  gap: 0.25em;
  padding: 0.25em 0.5em 0.25em 1.25em;
  border-bottom: 1px solid var(--line);
}
h2 { flex: 1; font-weight: 650; padding: 0.5em 0; }
.plain {
  flex: none;
  min-width: 3.15em;
  min-height: 3.15em;
  padding: 0 0.75em;
  border: 0;
  border-radius: var(--radius);
  background: none;
  color: var(--soft);
  font-size: 0.875em;
}
.plain:hover { color: var(--ink); background: var(--raised); }
.scroller {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1em 1.25em 1.25em;
}
.scroller:focus-visible { outline-offset: -2px; }
.status { flex: none; padding: 0 1.25em; font-size: 0.875em; color: var(--soft); }
.status:not(:empty) { padding-block: 0.5em; border-top: 1px solid var(--line); }
form {
  display: flex;
  flex: none;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: 0.25em 0.5em;
  padding: 0.625em 1.25em 0.75em;
  border-top: 1px solid var(--line);
}
label, .keys { flex: 1 0 100%; font-size: 0.8125em; color: var(--soft); }
textarea {
  flex: 1 1 8em;
  min-width: 0;
  min-height: 2.75em;
  max-height: 9em;
  padding: 0.5em 0.75em;
  resize: none;
  field-sizing: content;
  background: var(--ground);
  border: 1px solid var(--edge);
  border-radius: var(--radius);
}
textarea::placeholder { color: var(--soft); opacity: 1; }
.submit, .retry {
  flex: none;
  min-height: 2.75em;
  padding: 0.25em 1.25em;
  border: 1px solid transparent;
  border-radius: var(--radius);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
`
