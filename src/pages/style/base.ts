/** Colours, type, the frame of every page and its form fields. */
export const baseStyle = `:root {
  color-scheme: light dark;
  --ground: #fdfcfa;
  --raised: #f4f1ec;
  --ink: #1d1b19;
  --soft: #625c55;
  --line: #ddd6cc;
  --accent: #8a2b1d;
  --mark: #fbe7a1;
  --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --serif: Georgia, "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", SimSun, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #171614;
    --raised: #211f1c;
    --ink: #ece7df;
    --soft: #a59c91;
    --line: #38342f;
    --accent: #e59a86;
    --mark: #5a4a12;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.7 var(--sans);
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.25rem 0.5rem; }
.site, main { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
.site {
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  gap: 1rem;
  padding-top: 1rem;
  padding-bottom: 1rem;
}
.site .name { color: inherit; font-weight: 650; text-decoration: none; letter-spacing: 0.02em; }
.site nav { font-size: 0.875rem; }
main { padding-top: 1rem; padding-bottom: 5rem; }
h1 { font-size: 1.625rem; line-height: 1.35; margin: 0 0 0.75rem; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.0625rem; line-height: 1.45; margin: 2rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
.intro, .note, .where, .role, .kind, .label, .replied { color: var(--soft); }
.note, .where, .links, .also, .replied { font-size: 0.875rem; }
.label { font-size: 0.8125rem; }
time, .dates { white-space: nowrap; }
.part::before { content: " · "; white-space: pre; }
.part:first-child::before { content: none; }
`
