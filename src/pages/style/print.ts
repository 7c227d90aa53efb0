/** On paper. */
export const printStyle = `@media print {
  :root {
    color-scheme: light;
    --ground: #fff;
    --raised: #fff;
    --ink: #000;
    --soft: #333;
    --line: #999;
    --accent: #000;
    --mark: transparent;
  }
  @page { margin: 2cm 2.2cm; }
  body { font-size: 11pt; }
  .site, main { max-width: none; padding-inline: 0; }
  main { padding-block: 0.5rem 0; }
  .record-head { margin-bottom: 1rem; padding-bottom: 0.5rem; }
  .site nav, footer.site, .skip, .ask, .links, .turn-links, .follow-ups, .contents, .jump, .tools, .cite, .about-quote, .notice a, button { display: none !important; }
  .facts a, .where a { color: inherit; text-decoration: none; }
  .turn:target, .turn.cited { background: none; outline: 0; }
  .by, h1, h2, h3 { break-after: avoid; }
  .turn p { orphans: 3; widows: 3; }
  .spoken > p:first-child { break-before: avoid; }
  mark { background: none; text-decoration: underline 0.12em; text-underline-offset: 0.2em; }
  .colophon { display: block; margin-top: 2rem; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 9pt; break-inside: avoid; }
  .colophon p { margin: 0; }
}
`
