import Nzh from 'nzh'

/** Ways to write a whole number from 0 to 10^12, each by its name; undefined where a number is not written that way. */
export const writtenForms: Record<string, (value: number) => string | undefined> = {
  'in digits': String,
  'in digits with separators': (value) => value.toLocaleString('en-US'),
  'in full-width digits': (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'in Han': (value) => (value === 1 ? undefined : Nzh.cn.encodeS(value)),
  'in Han, with 一 before 十': (value) =>
    value === 1 ? undefined : Nzh.cn.encodeS(value, { tenMin: false }),
  'in Han, with 两 for 二': (value) => (value === 1 ? undefined : withLiang(Nzh.cn.encodeS(value))),
  'in Traditional Han': (value) => (value === 1 ? undefined : Nzh.hk.encodeS(value)),
  'in formal Han': (value) => (value < 10 ? undefined : Nzh.cn.encodeB(value)),
  'in formal Traditional Han': (value) => (value < 10 ? undefined : Nzh.hk.encodeB(value)),
  'digit by digit': (value) => (value < 100 ? undefined : toHanDigits(value)),
  'in 万': (value) => `${shift(value, 4)}万`,
  'in 千万': (value) => `${shift(value, 7)}千万`,
  'in 亿': (value) => `${shift(value, 8)}亿`,
  'in 万亿': (value) => `${shift(value, 12)}万亿`,
  'in 亿, with a fraction in Han': (value) =>
    value === 0 ? undefined : `${fractionInHan(shift(value, 8))}亿`,
  'in digits between units': toMixed,
  'as spoken': toSpoken,
  'in English words': (value) => (value === 1 ? undefined : spellEnglish(value)),
  'in millions': (value) => `${shift(value, 6)} million`,
  'in billions': (value) => `${shift(value, 9)} billion`,
}

/** 两 stands for 二 before 百, 千, 万 and 亿, but not inside 十二万. */
function withLiang(han: string): string {
  return han.replace(/(?<!十)二(?=[百千万亿])/gu, '两')
}

function toHanDigits(value: number): string {
  return [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
}

/** `value` divided by ten to the `places`, as an exact decimal. */
function shift(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return digits.slice(0, -places) + (fraction && `.${fraction}`)
}

function fractionInHan(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  return (
    Nzh.cn.encodeS(whole) +
    (fraction ? `点${[...fraction].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}` : '')
  )
}

/** 14亿1177万8724: every part but the last as long as it happens to be. */
function toMixed(value: number): string | undefined {
  const [high, middle, low] = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
  if (high > 9999 || (low > 0 && (low < 1000 || middle === 0))) return undefined
  return `${high ? `${high}亿` : ''}${middle ? `${middle}万` : ''}${low || ''}` || undefined
}

/** 三万五 for 35000: the last digit in the place after the unit before it. */
function toSpoken(value: number): string | undefined {
  const match = /^([1-9]\d{0,3}?)([1-9])(0*)$/.exec(String(value))
  const unit = { 1: '百', 2: '千', 3: '万', 7: '亿' }[match?.[3]?.length ?? 0]
  const head = Number(match?.[1])
  if (!match || !unit || ('百千'.includes(unit) && head > 9)) return undefined
  return Nzh.cn.encodeS(head) + unit + Nzh.cn.encodeS(Number(match[2]))
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function spellEnglish(value: number): string {
  for (const [name, size] of [
    ['trillion', 1e12],
    ['billion', 1e9],
    ['million', 1e6],
    ['thousand', 1e3],
  ] as const) {
    if (value >= size) return `${spellEnglish(Math.floor(value / size))} ${name}${spellRest(value % size)}`
  }
  if (value >= 100)
    return `${small[Math.floor(value / 100)]} hundred${value % 100 ? ` and ${spellEnglish(value % 100)}` : ''}`
  if (value < 20) return small[value] as string
  return `${tens[Math.floor(value / 10)]}${value % 10 ? `-${small[value % 10]}` : ''}`
}

function spellRest(rest: number): string {
  return rest ? `${rest < 100 ? ' and ' : ' '}${spellEnglish(rest)}` : ''
}
