/** What the pages say. Text of records is never in here: it is shown in its own language. */
const chinese = {
  name: 'Lectern',
  tagline: '用发言人的原话回答问题',
  intro: '提出问题，得到记录中的原文引语和出处。这里不生成任何文字。',
  question: '问题',
  placeholder: '例如：港区去年的集装箱吞吐量是多少',
  ask: '提问',
  filters: '筛选',
  speaker: '发言人',
  kind: '记录类型',
  any: '不限',
  from: '起始日期',
  to: '截止日期',
  answer: '回答',
  quotesFound: (count: number) => `记录中的原话，共 ${count} 条`,
  repliedTo: '所答问题',
  alsoIn: '同样的话也见于',
  source: '原始出处',
  permalink: '在记录中查看',
  passage: '展开所在段落',
  exchange: '查看整段问答',
  noAnswer: '这里的记录没有回答这个问题',
  reasons: {
    'no-match': '没有一段文字与问题相关。',
    'low-confidence': '找到的文字与问题相差太远，不足以作为回答。',
  },
  missing: (words: readonly string[]) => `记录中没有提到${words.map((word) => `“${word}”`).join('、')}。`,
  clippedBefore: '前一句',
  clippedAfter: '后一句',
  followUps: '记录还回答了',
  nearest: '最接近的段落（不是回答）',
  searched: (records: number, passages: number) => `查找范围：${records} 份记录，${passages} 个段落`,
  dates: (from: string, to: string) => (from === to ? `日期 ${from}` : `日期从 ${from} 到 ${to}`),
  records: '记录',
  turnKinds: { question: '提问', reply: '回答', statement: '发言', narration: '' },
  recordKinds: {
    briefing: '发布会',
    article: '文章',
    letter: '信函',
    statement: '声明',
    factsheet: '资料',
    interview: '访谈',
    meeting: '会议',
  } as Record<string, string>,
  newQuestion: '提出问题',
  api: '接口文档',
  skip: '跳到正文',
  problems: {
    'question-empty': '请先写下问题。',
    'question-too-long': '问题太长：请缩短到 2000 个字符以内。',
    'limit-invalid': '引语条数须是 1 到 20 的整数。',
    'filter-invalid': '筛选条件不对：日期须是真实的日期，且起始日期不晚于截止日期。',
    'url-too-long': '网址太长：请缩短问题。',
    'not-found': '没有这个页面。',
    'record-unknown': '没有这份记录。',
    'index-unavailable': '索引暂时打不开，已经记录下来。请稍后再试。',
    internal: '这里出了问题，已经记录下来。请稍后再试。',
  } as Record<string, string>,
  problem: '无法回答',
}

export type Strings = typeof chinese

const english: Strings = {
  name: 'Lectern',
  tagline: "Answers in the speakers' own words",
  intro:
    'Ask a question and get words quoted from the records, with their source. No text is generated here.',
  question: 'Question',
  placeholder: 'For example: How much did the first phase of the wind farm cost?',
  ask: 'Ask',
  filters: 'Filters',
  speaker: 'Speaker',
  kind: 'Kind of record',
  any: 'Any',
  from: 'From',
  to: 'To',
  answer: 'Answer',
  quotesFound: (quotes) => `${count(quotes, 'quote')} from the records`,
  repliedTo: 'In reply to',
  alsoIn: 'The same words also stand in',
  source: 'Original source',
  permalink: 'Read in the record',
  passage: 'Show the passage',
  exchange: 'Read question and replies',
  noAnswer: 'The records here do not answer this question',
  reasons: {
    'no-match': 'Not one passage has to do with the question.',
    'low-confidence': 'What was found is too far from the question to answer it.',
  },
  missing: (words) => `Nothing in the records mentions ${words.map((word) => `“${word}”`).join(', ')}.`,
  clippedBefore: 'Just before',
  clippedAfter: 'And just after',
  followUps: 'The records also answer',
  nearest: 'Nearest passages (not answers)',
  searched: (records, passages) => `Searched ${count(records, 'record')}, ${count(passages, 'passage')}`,
  dates: (from, to) => (from === to ? `dated ${from}` : `dated ${from} to ${to}`),
  records: 'Records',
  turnKinds: { question: 'Question', reply: 'Reply', statement: 'Statement', narration: '' },
  recordKinds: {
    briefing: 'Briefing',
    article: 'Article',
    letter: 'Letter',
    statement: 'Statement',
    factsheet: 'Fact sheet',
    interview: 'Interview',
    meeting: 'Meeting',
  },
  newQuestion: 'Ask a question',
  api: 'API documentation',
  skip: 'Skip to content',
  problems: {
    'question-empty': 'Write a question first.',
    'question-too-long': 'The question is too long: shorten it to 2,000 characters.',
    'limit-invalid': 'The number of quotes must be a whole number from 1 to 20.',
    'filter-invalid':
      'A filter is not valid: dates must be real dates, and the first must not be after the last.',
    'url-too-long': 'The address is too long: shorten the question.',
    'not-found': 'There is no such page.',
    'record-unknown': 'There is no such record.',
    'index-unavailable': 'The index cannot be opened at the moment, and it has been logged. Try again later.',
    internal: 'Something went wrong here, and it has been logged. Try again later.',
  },
  problem: 'No answer',
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** BCP 47 tags of the languages that pages come in; the first is the default. */
export const pageLanguages = ['zh-Hans', 'en'] as const

export type PageLanguage = (typeof pageLanguages)[number]

const tables: Record<PageLanguage, Strings> = { 'zh-Hans': chinese, en: english }

export function stringsFor(language: PageLanguage): Strings {
  return tables[language]
}

/**
 * The language of a page: what `?lang=` asks for, else the best of `Accept-Language`, else Simplified Chinese.
 * Any Chinese is served as `zh-Hans`, any English as `en`.
 */
export function choosePageLanguage(asked: string | undefined, accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/u.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
  for (const tag of [asked ?? '', ...wanted]) {
    const primary = tag.toLowerCase().split('-')[0]
    const language = pageLanguages.find((candidate) => candidate.split('-')[0] === primary)
    if (language) return language
  }
  return pageLanguages[0]
}
