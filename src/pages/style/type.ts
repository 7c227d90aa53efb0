/**
 * Fonts of the system, by the language of the text: a Traditional text gets Traditional forms even where the system
 * speaks Simplified, and figures in Chinese text stand on the line. Nothing is loaded.
 */
export const typeStyle = `:root, [lang]:not(:lang(zh)) {
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  --serif: Georgia, "Noto Serif", "Liberation Serif", serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
:lang(zh) {
  --sans: -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "Times New Roman",
    SimSun, serif;
}
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK), :lang(zh-MO) {
  --sans: -apple-system, "Segoe UI", "PingFang TC", "Microsoft JhengHei",
    "Noto Sans CJK TC", "Noto Sans TC", system-ui, sans-serif;
  --serif: "Noto Serif CJK TC", "Source Han Serif TC", "Noto Serif TC", "Songti TC", "Times New Roman",
    PMingLiU, serif;
}
:lang(zh-HK), :lang(zh-MO) {
  --sans: -apple-system, "Segoe UI", "PingFang HK", "Microsoft JhengHei",
    "Noto Sans CJK HK", "Noto Sans HK", "Noto Sans CJK TC", system-ui, sans-serif;
}
:where([lang]) { font-family: var(--sans); }
h1, h2, h3, blockquote, .set, :is(h1, h2, h3, blockquote, .set) [lang] { font-family: var(--serif); }
code, pre, kbd { font-family: var(--mono); font-size: 0.9em; }
`
