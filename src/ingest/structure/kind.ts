const briefingWords =
  /吹风会|吹風會|发布会|發布會|發佈會|记者会|記者會|通气会|茶敘|会见传媒|會見傳媒|会见记者|會見記者|答记者问|答記者問|press conference|(?:press )?briefing|news conference/giu

/** Words in a title that tell the kind of a text. */
const words: [kind: string, pattern: RegExp][] = [
  ['briefing', briefingWords],
  ['letter', /答复|答覆|复函|函复|來信|来信|回信|回函|公开信|公開信|reply to|letter/giu],
  ['statement', /声明|聲明|statement|communiqu[ée]/giu],
  [
    'interview',
    /专访|專訪|采访|採訪|访谈|訪談|访问|訪問|补訪|補訪|聯訪|联访|對談|对谈|约訪|約訪|interview/giu,
  ],
  [
    'meeting',
    /会议|會議|座谈|座談|月會|月会|例会|例會|会谈|會談|研讨会|研討會|來訪|来访|拜會|拜会|会前会|會前會|共識營|諮詢|咨询会|meeting|round ?table|hearing/giu,
  ],
]

/** Kinds that are talks: a text without labelled speakers is none of them, whatever its title says. */
const talks = new Set(['briefing', 'interview', 'meeting'])

const letterOpening =
  /(?:您|你)(?:们)?提出的.{2,120}(?:建议|建議|提案|问题|問題|议案|來信|来信)|(?:来信|來信).{0,6}(?:收悉|已收到)|(?:答复|答覆|函复|回复)如下/u

export interface KindEvidence {
  title: string
  /** The first few hundred characters. */
  opening: string
  /** How many speak, and whether some of them ask by trade. */
  speakers: number
  hasAskers: boolean
  /** Begins as newspaper articles do. */
  isReport: boolean
}

/** The kind of a text; Chinese titles name it last (`记者会前会议` is a meeting), English ones first. */
export function tellKind({ title, opening, speakers, hasAskers, isReport }: KindEvidence): string {
  const hasSpeakers = speakers > 0
  if (letterOpening.test(opening.slice(0, 400)) && !hasSpeakers) return 'letter'
  if (isReport && !hasSpeakers) return 'article'
  const byTitle = inTitle(title, hasSpeakers)
  if (byTitle) return byTitle
  if (hasSpeakers && opening.slice(0, 300).search(briefingWords) >= 0) return 'briefing'
  if (hasAskers) return 'briefing'
  return speakers > 1 ? 'meeting' : 'article'
}

function inTitle(title: string, hasSpeakers: boolean): string | undefined {
  const chinese = /\p{Script=Han}/u.test(title)
  let best: { kind: string; at: number } | undefined
  for (const [kind, pattern] of words) {
    if (talks.has(kind) && !hasSpeakers) continue
    for (const match of title.matchAll(pattern)) {
      const at = chinese ? match.index + match[0].length : -match.index
      if (!best || at > best.at) best = { kind, at }
    }
  }
  return best?.kind
}
