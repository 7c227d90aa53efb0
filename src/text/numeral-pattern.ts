/** A comma before one or two digits is a decimal one in Russian: 12,5 млн. */
const arabic = String.raw`\d+,\d{1,2}(?= ?(?:тыс|млн|млрд|трлн|миллион|миллиард|процент|%))|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const multiplier = '(?:[十百千]?[万亿]{1,2}|[十百千])'
/** What follows the first part of 3亿5000万, 2千3百, 14亿1177万8724. */
const mixed = String.raw`(?:\d{1,4}${multiplier}){1,4}(?:(?<=万)\d{4}(?![\d年.,]))?|(?<=万)\d{4}(?![\d年.,])`
const han =
  '[零一二两三四五六七八九十百千万亿廿卅卌]+(?:点[零一二三四五六七八九]+(?![十刻])(?:[十百千]?[万亿]{1,2})?)?'
/** 伍, 陆 and 参 stand in words (队伍, 大陆, 参加) more often than in numbers. */
const formalHan =
  '(?:[壹贰叁肆柒捌玖拾]|参(?=[拾佰仟万亿])|(?<![队入退落])伍|(?<![大内登着水])陆)[壹贰叁参肆伍陆柒捌玖拾佰仟零百千万亿]*'

/** Word for a power of ten after digits -> its exponent. */
export const scaleExponents: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
  тыс: 3,
  тысяч: 3,
  млн: 6,
  миллион: 6,
  млрд: 9,
  миллиард: 9,
  трлн: 12,
  триллион: 12,
}
const scaleWords = Object.keys(scaleExponents).join('|')
const scale = `[ -]?(?<scale>${scaleWords})(?:(?<=[а-я])[а-я]{0,3})?(?![a-zа-я])`

/** 2025-08-31, 2025/8/31 and 2025.8.31. */
export const isoDate = String.raw`(?<!\d)(?<isoYear>\d{4})(?<mark>[-/.])(?<isoMonth>0?[1-9]|1[0-2])\k<mark>(?<isoDay>0?[1-9]|[12]\d|3[01])(?!\d|\.\d)`
const unit = '(?<unit> ?[%‰年月日号]|[ -]?(?:per ?cent(?![a-z])|процент[а-я]*))'

/** The parts of one match of `numeralPattern`: either of a date in digits or of a number. */
export interface NumeralMatch {
  isoYear?: string
  isoMonth?: string
  isoDay?: string
  /** 百, 千 or 万 of 百分之, 千分之, 万分之. */
  prefix?: string
  arabic?: string
  multiplier?: string
  mixed?: string
  scale?: string
  han?: string
  /** The multiplier after an about: 万 of 三千多万. */
  more?: string
  unit?: string
}

/** Everything in a folded text that may be a number, in order; 一 alone is left out, as it rarely is. */
export function* matchNumerals(
  folded: string,
): Generator<{ start: number; whole: string; groups: NumeralMatch }> {
  for (let at = 0; at < folded.length; ) {
    const sign = folded.charCodeAt(at)
    if (!isFirst[sign]) at++
    else if (sign > 0xff && !isLater[folded.charCodeAt(at + 1)]) {
      const han = folded.charAt(at)
      if (han !== '一') yield { start: at, whole: han, groups: { han } }
      at++
    } else {
      numeral.lastIndex = at
      const match = numeral.exec(folded)
      if (match) yield { start: at, whole: match[0], groups: match.groups as NumeralMatch }
      at += match ? match[0].length : 1
    }
  }
}

const signs = '0123456789零一二两三四五六七八九十百千万亿廿卅卌壹贰叁参肆伍陆柒捌玖拾'
/** Asking a table at each place is several times faster than letting the pattern look for its place. */
const isFirst = toTable(signs)
/** What may go on with a number after its first sign; most Han signs stand alone. */
const isLater = toTable(`${signs}佰仟点分多余 %‰年月日号-至到~`)

function toTable(signs: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let at = 0; at < signs.length; at++) table[signs.charCodeAt(at)] = 1
  return table
}

const numeral = new RegExp(
  `${isoDate}|(?:(?<prefix>[百千万])分之)?(?:(?<arabic>${arabic})(?:(?<multiplier>${multiplier})(?<mixed>${mixed})?|${scale})?|` +
    `(?<han>${han}|${formalHan}))(?:[多余](?<more>[万亿]+))?${unit}?`,
  'uy',
)
