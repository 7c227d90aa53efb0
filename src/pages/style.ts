/** The style sheet of the pages. System fonts only: nothing is loaded from anywhere. */
export const pageStyle = `:root {
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

.ask { margin: 1.5rem 0 0; }
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

.quote { margin: 1.75rem 0 0; }
.quote + .quote { border-top: 1px solid var(--line); padding-top: 1.75rem; }
blockquote {
  margin: 0.5rem 0 0.75rem;
  padding: 0 0 0 1rem;
  border-inline-start: 3px solid var(--accent);
  font: 1.1875rem/1.75 var(--serif);
}
blockquote p { margin: 0; white-space: pre-line; }
mark { color: inherit; background: var(--mark); border-radius: 0.15em; }
cite { font-style: normal; }
.who, .where, .links { margin: 0; }
.role, .kind { margin-inline-start: 0.6em; font-size: 0.875rem; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.also { margin-top: 0.5rem; }
.also p { margin: 0; }
.also ul { margin: 0; padding-inline-start: 1.25rem; }
.around { margin: 0 0 0.75rem; }
.around p { margin: 0.5rem 0 0; white-space: pre-line; font: 1rem/1.7 var(--serif); }
.beside {
  margin: 0 0 0.75rem;
  padding: 0 0 0 1rem;
  border-inline-start: 3px dotted var(--accent);
  font: 1rem/1.7 var(--serif);
}
.beside .label { font-family: var(--sans); color: var(--soft); }
.follow-ups { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.follow-ups h3 { margin: 0 0 0.5rem; }
.follow-ups ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
.quote + .note { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.nearest blockquote { border-inline-start: 3px dotted var(--line); }

.record .where { margin-bottom: 2rem; }
.turn { padding: 0.75rem 0; scroll-margin-top: 1rem; }
.turn .who { margin-bottom: 0.25rem; }
.turn.question { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.turn.question > p:not(.who) { color: var(--soft); }
.turn:target { background: var(--raised); margin-inline: -0.75rem; padding-inline: 0.75rem; border-radius: 0.375rem; }
@media print {
  .site nav, .ask, .skip, .links, .follow-ups { display: none; }
}
`
