import fc from 'fast-check'

/** Pieces of text of every kind that has a way of going wrong. */
const fragments = [
  ...[
    '渡轮',
    '新港区',
    '灯塔高四十一米',
    '海水淡化',
    '開通',
    '旅客',
    '這個',
    '𠮷野家',
    '𡘙',
    '龘',
    '〇',
    '々',
  ],
  ...['。', '！', '？', '……', '；', '，', '、', '：', '“', '”', '（', '）', '《', '》', '—', '·'],
  ...[
    'The ferry',
    ' harbour',
    'Dr. ',
    'U.S. ',
    'e.g. ',
    '3.14',
    '1,286',
    '. ',
    '? ',
    '"',
    "'",
    'ferries',
    'Ё',
  ],
  ...[
    'ＡＢＣ',
    '１２３',
    '％',
    '　',
    '三千五百万',
    '533.7亿元',
    '5.2%',
    '8月31日',
    '八月三十一日',
    '百分之五',
  ],
  ...['三万五', '叁佰', '3亿5000万', '三千多万', '十几', '1—7月', '上半年', '2025-08-31', '至', '第', '年'],
  ...['twenty-five', 'August 31', ' million', 'to ', 'percent', '31 мая', '1', '2,', '.', '-'],
  ...[
    'e\u0301',
    '\u0301',
    'İ',
    'ß',
    'ﬁ',
    '👩‍👩‍👧',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    '\ufe0f',
    'שלום',
    'مرحبا',
    'привет',
    'ไทย',
    '한국어',
    'カナ',
  ],
  ...[
    '\ud842',
    '\udfb7',
    '\ud83d',
    '\ude00',
    '\u0000',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\t',
    '\r\n',
    '\n',
    ' ',
  ],
]

/** Any string at all: lone surrogates, emoji, combining marks, rare Han, every script. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

/** The same without white space other than single blanks: a line. */
export const anyLine: fc.Arbitrary<string> = anyText.map(
  (text) => text.replace(/\s+/gu, ' ').trim() || '灯塔。',
)
