import { fold } from '../text/fold.ts'

/**
 * Whether a sentence turns or limits what was said just before it (但…, 不过…, However, …): quoted alone it loses
 * what it speaks against.
 */
export function speaksAgainst(sentence: string): boolean {
  const words = openingOf(sentence)
  return against.test(words) || aside.test(words)
}

/** Whether a sentence qualifies the one before it, which quoted alone would claim more than was said. */
export function qualifies(sentence: string): boolean {
  const words = openingOf(sentence)
  if (against.test(words) || aside.test(words)) return true
  if (/[?？]\P{L}*$/u.test(words)) return false
  return restriction.test(words) || isOpenCondition(words) || denials.some((denial) => denial.test(words))
}

/** Whether a sentence states the condition of what follows (如果…, If …). Courtesies (如果大家还有问题) do not. */
export function statesCondition(sentence: string): boolean {
  return isOpenCondition(openingOf(sentence))
}

// ---------------------------------------------------------------------------

/** The sentence folded, from its first letter or digit. */
function openingOf(sentence: string): string {
  return fold(sentence).replace(/^[^\p{L}\p{N}]+/u, '')
}

/** 但愿, 但凡 and 不过如此 turn nothing; nor does "yet another". */
const against =
  /^(?:但(?![愿凡])|然而|不过(?!如此|是(?!否))|可是|只是|只不过|否则|反之|相反|遗憾的是|(?:尽管|即便|即使|话虽)如此|(?:however|nevertheless|nonetheless|otherwise|conversely|unfortunately)\b|but\b(?! for\b)|yet\b(?! another\b| more\b)|still,|though,|that said\b|even so\b|on the other hand\b|(?:однако|но|впрочем|иначе)(?=[\s,])|тем не менее)/u

const aside = /^[^;]{1,80}?, (?:however|nevertheless|nonetheless|though)\b/u

/** 除渡轮外，还有… adds; 当然可以 grants. Of 虽然…，… the second half is what is said. */
const restriction =
  /^(?:除非|前提是|前提条件是|条件是|当然(?!可以|是|会|希望|\P{L}*$)|(?:虽然|尽管|固然)[^,，]*$|仅限|只限|仅适用|不含|不包[括含]|不适用|例外|需要(?:说明|注意|指出)的是|除(?!夕)[^,，;；]{1,24}?外(?!.{0,30}?[还也又更])|(?:unless|except|excluding|although|though|even though|not|none of|nor|only if|provided|subject to|on condition)\b|(?:хотя|кроме(?! того)|за исключением|при условии)(?=[\s,]))/u

/** What is not so, or not yet: in the first clause at all, or of the matter just told (这一数字不…, It does not …). */
const denials = [
  /^[^,，;；]{0,12}?(?:尚未|仍未|暂未|还未|还没|尚无|暂无|尚不|不意味|不等于|不代表|不构成|不是说|有待|未必)/u,
  /^(?:这|此|该|上述|以上|其中?)[^,，;；]{0,8}?(?:(?:不|未|没有)(?:包[括含]|含|计入|考虑|适用|涉及|说明)|[并还]不|(?:仅|只)(?:是|限|包括|适用|代表))/u,
  /^(?:这|此|该|上述|以上)[一个些项]?(?:数字|数据|统计|比例|规定|政策|措施|计划|目标|结果|估计|预测|日期|时间|价格|航线|安排)[^,，;；]{0,6}?(?:不(?![仅但断光只])|未|没有|只|仅|尚)/u,
  /^[^,;]{0,60}?\b(?:not yet|(?:has|have|is|are) yet to|does not mean|do not mean|doesn't mean)\b/u,
  /^(?:it|this|that|these|those|they|the (?:figure|number|total|plan|date)s?)\s(?:\w+\s)?(?:not|never|\w+n't|excludes?)\b/u,
  /^(?:пока|еще)\s(?:\S+\s)?не\s|^(?:это|он|она|они)\s(?:\S+\s)?не\s/u,
]

const condition =
  /^(?:如果(?!说)|如(?=遇|有|无|需)|若(?!干)|假如|假使|倘若|要是|一旦|只要(?![\d一两几])|除非|万一|在[^,，]{1,24}?(?:前提|条件|情况)下|(?:if|unless|provided|assuming|should|as long as|in case)\b|(?:если|в случае)(?=[\s,]))/u

const courtesy =
  /^(?:如果|若|如)(?:[你您]|大家|各位|记者|媒体|还有|(?:没有|有)(?:的话|什么|任何|特别|其他|别的|更多|问题|提问|疑问|兴趣|意见|需要))|^if (?:you|anyone|anybody|there (?:are|is) (?:no|any) (?:more|further|other))\b/u

function isOpenCondition(words: string): boolean {
  return condition.test(words) && !courtesy.test(words)
}
