import fc from 'fast-check'
import type { CitedSource } from '../../../src/answer/cite-as/cited-source.ts'

/** A quote from a briefing in a town that is nowhere. */
export const bridge: CitedSource = {
  record: '2025-05-briefing-bridge',
  span: { start: 120, end: 141 },
  title: '鹿鸣镇跨河大桥情况发布会',
  kind: 'briefing',
  language: 'zh-Hans',
  publisher: '鹿鸣镇新闻办',
  date: '2025-05-20',
  speaker: { name: '白舟', role: '镇交通处处长' },
  section: '问答',
  source: 'https://luming.example/briefings/5',
  text: '大桥计划今年12月28日通车。',
  address: 'https://lectern.example/r/2025-05-briefing-bridge?s=120-141&v=0123456789ab#t3',
  accessed: '2025-11-21',
}

export const ferry: CitedSource = {
  record: 'ferry-briefing',
  title: 'Press briefing: the ferry',
  kind: 'briefing',
  language: 'en',
  publisher: 'Lumen Harbour Press Office',
  date: '2025-07-09',
  speaker: { name: 'Ada Marsh', role: 'Harbour Master' },
  text: 'The ferry stays until June.',
  address: 'https://lectern.example/r/ferry-briefing#t2',
}

/** Only what every record has. */
export const bare: CitedSource = {
  title: 'Reply to the orchard keepers',
  kind: 'letter',
  address: 'https://lectern.example/r/letter-orchard',
}

/** What breaks formats, by hand. */
export const hostileTexts = [
  '# 不是标题',
  '- 不是列表\n+ 也不是\n* 也不是\n1. 一\n2) 二',
  '> 不是引用\n>> 更不是',
  'Setext\n===\nrule\n---\n***\n___',
  '\tcode\n    code\n```js\nfence\n```\n~~~\nfence',
  '<script>alert(1)</script> <!-- c --> </blockquote> &amp; &#10; &nbsp;',
  '[a](javascript:alert(1)) ![x](y) [b]: http://c "d" [^1] <https://e.example> www.f.example',
  '| a | b |\n| - | :-: |\n:-',
  'a_b_c **d** `e` ~~f~~ $g$ \\h \\',
  '  head and tail \t ',
  'one\n\n\nfour\n',
  '\n\nthree',
  'cr\rlf\r\nend',
  'zero\u200bwidth \u202eoverride\u202c \u2066isolate nbsp\u00a0ideographic\u3000 line\u2028separator',
  '{unbalanced } } \\} \\{ \\\\ \\textbf{x} \\begin{document} \\input{/etc/passwd}',
  "50% & #1 $2 _x_ ^3 ~ \"q\" ''r'' ``s`` -- --- ?` ,, << >> | @article{k, a = {b}}",
  '},\n  author = {{Somebody Else}},\n  x = {',
  'bell\u0007 escape\u001b[31m del\u007f c1\u0085',
  'and and AND, and',
  '😀 𠀀 e\u0301',
]

/** Text of marks that mean something to one format or another, in any order. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\`*_{}[]()#+-.!<>&~|$%^"\',:;=?@/ \t\n\r\u3000\u00a0\u202e\u2066'),
      fc.constantFrom(
        '1. ',
        '\n- ',
        '\n\n',
        '```',
        '---',
        '<b>',
        '&lt;',
        'http://a.b',
        '望海',
        '王某：',
        'and',
      ),
      fc.constantFrom(...hostileTexts),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '')

export const hostileLine: fc.Arbitrary<string> = hostileText.map((text) => `x${text}`)

/** A source of which every part is hostile. */
export const hostileSource: fc.Arbitrary<CitedSource> = fc.record(
  {
    title: hostileLine,
    kind: fc.constant('briefing'),
    record: hostileLine,
    publisher: hostileLine,
    date: fc.constantFrom('2025', '2025-05', '2025-05-20'),
    speaker: fc.record({ name: hostileLine, role: hostileLine }),
    source: hostileLine,
    language: fc.constantFrom('zh-Hans', 'zh-Hant', 'en', 'ru', 'kk'),
    text: hostileText,
    address: hostileText.map((text) => `https://lectern.example/r/${text}`),
    accessed: fc.constant('2025-11-21'),
  },
  { requiredKeys: ['title', 'kind', 'text', 'address'] },
)
