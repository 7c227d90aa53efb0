/** What kind of thing a question asks for. */
export type AnswerType = 'number' | 'date' | 'person' | 'place' | 'list' | 'reason'

/** Courtesies and question words, folded: they say how something is asked, not what about. */
const scaffolding =
  /请问|多少钱|请(?:介绍|谈|说|问|您)?一下|想(?:请)?问一?下?|我想(?:知道|了解|问)|能否(?:介绍|谈谈|说说)|能不能(?:介绍|谈谈|说说)?|为什么|为何|什么时候|什么样|什么|何时|何地|何处|何人|怎么样|怎么|怎样|如何|是否|有没有|是不是|多少|几(?=[个位名次年月日天家项条座艘对场届种所支部件间辆架吨米倍岁期篇元处类门级万亿])|(?:有|是)?哪(?:些|个|位|里|儿|年|月|天|一|几|种|家|国|座|项|所|部|支|条)|(?:有|是)?哪|几点|多(?:久|长|大|高|远|重)(?=[^\p{L}]|$)|是谁|谁|吗|呢|啊|吧|么(?=\W|$)/gu

const englishStop = new Set(
  'a an the of in on at to for from by with and or is are was were be been do does did has have had what which who whom whose when where why how many much long old that this these those it its as than then there their his her they he she you your i we us our can could would will shall should may might about into if any some'.split(
    ' ',
  ),
)

/** Whether a folded English word holds sentences together and names nothing. */
export function isFunctionWord(word: string): boolean {
  return englishStop.has(word)
}

/** The question with its scaffolding blanked out, of the same length; all of it when nothing else would be left. */
export function maskScaffolding(folded: string): string {
  const masked = folded.replace(scaffolding, (words) => ' '.repeat(words.length))
  const rest = masked.replace(/[a-z]+/g, (word) => (englishStop.has(word) ? ' '.repeat(word.length) : word))
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded
}

const answerTypes: [AnswerType, RegExp][] = [
  [
    'date',
    /何时|什么时候|几点|几时|哪(?:一)?(?:年|月|天|日)|几(?:年|月|日|号)|\bwhen\b|what (?:year|date|day)/u,
  ],
  [
    'number',
    /多少|几(?=[个位名次天家项条座艘对场届种所支部件间辆架吨米倍岁期篇元处类门级万亿])|多(?:大|高|远|重|长|久)|\bhow (?:many|much|long|old|far|high|large|big)\b|percentage/u,
  ],
  ['person', /谁|何人|哪(?:一)?位|\bwho(?:m|se)?\b/u],
  ['place', /哪里|何处|何地|哪儿|\bwhere\b/u],
  ['list', /哪些|哪几/u],
  ['reason', /为什么|为何|\bwhy\b/u],
]

export function findAnswerType(folded: string): AnswerType | undefined {
  return answerTypes.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** The character after 多少 or 几 that measures what is counted, 元 for 多少钱; undefined where a noun or a mark follows. */
export function findAnswerUnit(folded: string): string | undefined {
  if (folded.includes('多少钱')) return '元'
  return /(?:多少|几)([个位名次年月日天家项条座艘对人场届种国所支部件间辆架吨米度倍岁期篇元%处类门级])(?<!国(?=家)|年(?=轻)|人(?=民|口|员|才)|家(?=长|庭)|日(?=本)|部(?=门|分)|种(?=类)|度(?=假))/u.exec(
    folded,
  )?.[1]
}

/** What is counted, at most three signs, after a measure word that any of several things may follow. */
export function findCounted(folded: string): string | undefined {
  return /(?:多少|几)[个位名家项条座艘对场届种所支部件间辆架篇处类门]([\p{Script=Han}]{1,3})/u.exec(
    folded,
  )?.[1]
}

/** The kind of thing that a question asks to name (哪种星系, 什么港口), at most two signs. */
export function findFocus(folded: string): string | undefined {
  return /(?:什么样的|什么|哪一?[个种位座所家部条项支名本类款届次间门首场]?|何种)(?!的|是|了)([\p{Script=Han}]{1,2})/u.exec(
    folded,
  )?.[1]
}
