import type { InterfaceLanguage } from '../text/interface-language.ts'

/** What bots say in one language. Plain text. */
export interface BotStrings {
  abstention: string
  searched(records: number, from?: string, to?: string): string
  /** Above passages that are no answer. */
  nearest: string
  help: string
  tooLong: string
  filterUnknown: string
  dateInvalid: string
  fault: string
  slow: string
  /** In the place of a quote that is longer than the platform takes. */
  wordsTooLong: string
  /** Above sentences that qualify a quote and had no room in it. */
  clipped: string
  asked: string
  read: string
  up: string
  down: string
  more: string
  noMore: string
  question: string
  thanks: string
  voteUnknown: string
  comma: string
  inOffice(name: string, role: string): string
  titled(title: string): string
}

export function stringsFor(language: InterfaceLanguage): BotStrings {
  return tables[language]
}

// ---------------------------------------------------------------------------

const simplified: BotStrings = {
  abstention: '记录中没有找到可以回答这个问题的原话。',
  searched: (records, from, to) => `查了 ${records} 份记录${period(from, to, ' 至 ', '（', '）')}。`,
  nearest: '最接近的段落如下，不是答案：',
  help: '请直接提问，例如“港区去年的集装箱吞吐量是多少”。可以加上条件：speaker:姓名 from:2025-01-01 to:2025-12-31 record:编号 kind:类型。回答都是记录中的原话，并注明出处。',
  tooLong: '问题太长，请缩短到 2000 字以内。',
  filterUnknown: '这个条件查不到任何记录，请检查 speaker、record 和 kind 的写法。',
  dateInvalid: '日期请写成 2025-08-31 这样的形式。',
  fault: '出了故障，没有查成。请稍后再问。',
  slow: '这次查得太慢，没有赶上。请再问一次。',
  wordsTooLong: '原话太长，这里放不下，请到记录中阅读。',
  clipped: '旁边还有限定这段话的句子：',
  asked: '问：',
  read: '在记录中阅读',
  up: '有用',
  down: '没用',
  more: '更多原话',
  noMore: '没有更多可以引用的原话了。',
  question: '请输入问题',
  thanks: '谢谢，已经记下。',
  voteUnknown: '这个按钮不属于我们的回答。',
  comma: '，',
  inOffice: (name, role) => `${name}（${role}）`,
  titled: (title) => `《${title}》`,
}

const traditional: BotStrings = {
  ...simplified,
  abstention: '記錄中沒有找到可以回答這個問題的原話。',
  searched: (records, from, to) => `查了 ${records} 份記錄${period(from, to, ' 至 ', '（', '）')}。`,
  nearest: '最接近的段落如下，不是答案：',
  help: '請直接提問，例如「港區去年的集裝箱吞吐量是多少」。可以加上條件：speaker:姓名 from:2025-01-01 to:2025-12-31 record:編號 kind:類型。回答都是記錄中的原話，並註明出處。',
  tooLong: '問題太長，請縮短到 2000 字以內。',
  filterUnknown: '這個條件查不到任何記錄，請檢查 speaker、record 和 kind 的寫法。',
  dateInvalid: '日期請寫成 2025-08-31 這樣的形式。',
  fault: '出了故障，沒有查成。請稍後再問。',
  slow: '這次查得太慢，沒有趕上。請再問一次。',
  wordsTooLong: '原話太長，這裡放不下，請到記錄中閱讀。',
  clipped: '旁邊還有限定這段話的句子：',
  asked: '問：',
  read: '在記錄中閱讀',
  up: '有用',
  down: '沒用',
  more: '更多原話',
  noMore: '沒有更多可以引用的原話了。',
  question: '請輸入問題',
  thanks: '謝謝，已經記下。',
  voteUnknown: '這個按鈕不屬於我們的回答。',
}

const english: BotStrings = {
  abstention: 'The records hold no words that answer this question.',
  searched: (records, from, to) =>
    `Searched ${records} ${records === 1 ? 'record' : 'records'}${period(from, to, ' to ', ' (', ')')}.`,
  nearest: 'The nearest passage, which is no answer:',
  help: 'Ask a question, such as “How many passengers did the ferry carry last year?” You can add conditions: speaker:name from:2025-01-01 to:2025-12-31 record:id kind:kind. All answers are the words of the records, with where they stand.',
  tooLong: 'The question is too long: 2000 characters at most.',
  filterUnknown: 'No record meets these conditions: check speaker, record and kind.',
  dateInvalid: 'Write dates as 2025-08-31.',
  fault: 'Something failed, and nothing was searched. Please ask again later.',
  slow: 'The search took too long this time. Please ask again.',
  wordsTooLong: 'These words are too long to be shown here: please read them in the record.',
  clipped: 'Sentences beside it that qualify it:',
  asked: 'Q: ',
  read: 'Read in the record',
  up: 'Helpful',
  down: 'Not helpful',
  more: 'More quotes',
  noMore: 'There are no further words to quote.',
  question: 'Type a question',
  thanks: 'Thank you, it has been noted.',
  voteUnknown: 'This button belongs to none of our answers.',
  comma: ', ',
  inOffice: (name, role) => `${name} (${role})`,
  titled: (title) => `“${title}”`,
}

const tables: Record<InterfaceLanguage, BotStrings> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
}

function period(
  from: string | undefined,
  to: string | undefined,
  until: string,
  open: string,
  close: string,
) {
  if (from === undefined || to === undefined) return ''
  return from === to ? `${open}${from}${close}` : `${open}${from}${until}${to}${close}`
}
