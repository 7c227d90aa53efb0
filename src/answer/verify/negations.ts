import type { Span } from '../../text/span.ts'

/** A word that denies, or one that is only spelt with such a word (`不断`, `not only`). */
export interface Negation extends Span {
  denies: boolean
}

/** Words that deny in a folded text, in order: Chinese, English and Russian. */
export function findNegations(folded: string): Negation[] {
  return [...folded.matchAll(pattern)].map(({ 0: word, 1: harmless, index }) => ({
    start: index,
    end: index + word.length,
    denies: harmless === undefined && !isAskedBothWays(folded, index, word),
  }))
}

// ---------------------------------------------------------------------------

/** Words spelt with a word that denies, which deny nothing. */
const harmlessHan = [
  '不断 不仅 不但 不光 不只 不单 不过 不管 不论 不少 不同 不久 不错 不禁 不妨 不得不 不止 不乏 不愧 不锈钢 不动产 不由',
  '差不多 无论 无数 无疑 无线 无锡 无人机 无比 无私 无偿 无非 非常 非洲 非凡 除非 是非 非遗 未来 未免',
  '沉没 淹没 没收 埋没 出没 特别 差别 区别 分别 级别 类别 性别 个别 国别 识别 辨别 鉴别 告别 派别 别人 别的 别墅',
  '是否 能否 可否 会否 与否 否则',
]
const denyingHan = '没有 并非 并不 并未 尚未 从未 从不 毫无 不 没 未 非 无 别 勿 否'
const harmlessSpaced = 'not only|not just|no doubt|no\\. ?\\d|не только|не просто'
const denyingSpaced =
  "not|no|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|\\w+n't|не|нет|ни|нельзя|без|никогда|никто|ничего|ничто"

const pattern = new RegExp(
  `(${[...harmlessHan.join(' ').split(' '), `(?<![\\p{L}])(?:${harmlessSpaced})(?![\\p{L}])`].join('|')})` +
    `|${denyingHan.split(' ').join('|')}|(?<![\\p{L}'])(?:${denyingSpaced})(?![\\p{L}'])`,
  'gu',
)

/** 能不能, 有没有: the question denies nothing. */
function isAskedBothWays(folded: string, at: number, word: string): boolean {
  const after = word === '没有' ? '有' : folded.charAt(at + word.length)
  return (word === '不' || word === '没有') && /\p{L}/u.test(after) && folded.charAt(at - 1) === after
}
