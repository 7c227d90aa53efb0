import { analyse } from 'chardet'

/** What the bytes say under one encoding. */
export interface Reading {
  encoding: string
  text: string
}

/**
 * The likeliest reading of bytes that are not UTF-8: both Chinese encodings and both orders of UTF-16 are
 * tried and judged by the share of frequent characters; chardet is asked only when none of them convinces.
 */
export function guessReading(bytes: Uint8Array): (Reading & { sure: boolean }) | undefined {
  const sample = bytes.subarray(0, sampleBytes - (sampleBytes % 2))
  const ranked = candidates
    .map((encoding) => ({ encoding, score: plausibility(decodeAs(sample, encoding)) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (best && best.score >= convincing) return read(bytes, best.encoding, best.score >= 2 * convincing)
  const other = analyse(sample).find(({ name, confidence }) => confidence >= 30 && others.test(name))
  if (other && damage(decodeAs(sample, other.name)) === 0) return read(bytes, other.name.toLowerCase(), false)
  return undefined
}

/** Decodes without throwing; undecodable bytes become U+FFFD. The byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** True for a label that TextDecoder knows (`gb2312`, `big5`, `utf-8`, …). */
export function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

const candidates = ['gb18030', 'big5', 'utf-16le', 'utf-16be']
const others = /^(?:windows-125\d|ISO-8859-\d+|KOI8-R|Shift_JIS|EUC-JP|EUC-KR)$/
const sampleBytes = 65_536
const convincing = 0.25

function read(bytes: Uint8Array, encoding: string, sure: boolean): Reading & { sure: boolean } {
  return { encoding, text: decodeAs(bytes, encoding), sure }
}

/** Share of frequent signs among the signs beyond ASCII, less what cannot be text; 0 without such signs. */
function plausibility(text: string): number {
  let foreign = 0
  let common = 0
  for (const char of text) {
    if (char <= '\u007e') continue
    foreign++
    if (frequent.has(char)) common++
  }
  return foreign === 0 ? 0 : common / foreign - (5 * damage(text)) / text.length
}

/** Signs that no text has: replacement, private use, controls, unassigned, lone halves. The last one may be cut. */
function damage(text: string): number {
  return (
    text.slice(0, -1).match(/[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]|\p{Cn}|\p{Cs}/gu)?.length ?? 0
  )
}

/** Frequent Han characters, Simplified and Traditional, and the punctuation that goes with them. */
const frequent = new Set(
  `，。、：；？！“”「」『』《》（）—…·　的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於
着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開
但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭
文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處
走义義各入几幾口认認条條平系系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山
金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據
程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運请請谢謝港务城友组織织組委主任主席省府`,
)
