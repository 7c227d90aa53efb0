import { compoundSurnames, notNames, surnames } from './name-words.ts'

/** What a piece of text is as a name. `listed`: begins with a Chinese surname. `shaped`: only looks like a name. */
export type NameShape = 'listed' | 'shaped' | undefined

/** Judges a whole piece, such as the words before a colon. */
export function nameShape(text: string): NameShape {
  if (text.length > 40 || notNames.has(text.toLowerCase())) return undefined
  const joined = text.replace(/(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, '')
  if (/^\p{Script=Han}{2,4}$/u.test(joined)) return hanShape(joined)
  if (/^\p{Script=Han}{1,10}(?:[·•‧・]\p{Script=Han}{1,10}){1,4}$/u.test(joined)) return 'shaped'
  return isLatinName(text) ? 'shaped' : undefined
}

/** Length of the Chinese surname that a text begins with: 0, 1 or 2. */
export function surnameLength(text: string): 0 | 1 | 2 {
  if (compoundSurnames.has(text.slice(0, 2))) return 2
  return surnames.has(text.charAt(0)) ? 1 : 0
}

const verbEnd =
  /(?:说|說|表示|指出|强调|強調|认为|認為|介绍|介紹|问道|答道|透露|坦言|回应|回應|称|稱|如下|道|提到|写道|补充|包括|[是的了个個有为為])$/u

function hanShape(text: string): NameShape {
  if (notNames.has(text) || verbEnd.test(text)) return undefined
  const surname = surnameLength(text)
  const given = text.length - surname
  if (surname === 0) return undefined
  if (surname === 2 && text.length === 2) return undefined
  return given >= 1 && given <= (surname === 2 ? 2 : 2) ? 'listed' : undefined
}

const word = "(?:\\p{Lu}[\\p{L}'’.-]*|of|the|de|da|di|del|la|le|van|von|der|den|bin|bint|ibn|al|el|dos|y)"
const latinName = new RegExp(`^\\p{Lu}[\\p{L}'’.-]*(?: ${word}){0,5}$`, 'u')

/** One to six words, each with a capital. */
function isLatinName(text: string): boolean {
  return latinName.test(text) && !text.split(' ').some((part) => notNames.has(part.toLowerCase()))
}

/** Words that end an office, Chinese. */
export const officeEnd =
  /(?:主任|局长|局長|市长|市長|省长|省長|州长|州長|区长|區長|县长|縣長|镇长|镇長|乡长|部长|部長|厅长|廳長|书记|書記|司长|司長|处长|處長|科长|科長|组长|組長|秘书长|秘書長|发言人|發言人|委员|委員|代表|主席|院长|院長|校长|校長|园长|署长|署長|次长|次長|政委|总裁|總裁|经理|經理|总监|總監|董事长|董事長|理事长|理事長|会长|會長|社长|社長|台长|台長|总编辑|總編輯|主编|教授|研究员|研究員|专员|專員|參事|参事|专家|專家|学者|大使|领事|領事|参赞|负责人|負責人|召集人|执行长|執行長|创办人|創辦人|创始人|工程师|工程師|总工程师|院士|队长|隊長|总理|總理|总统|總統|部長|常委|县委书记|巡视员|调研员|督察|检察长|审判长|主席团成员|首席|顾问|顧問|主持人|官员|律师|律師|医师|醫師|博士|先生|女士|小姐|同志|老師|老师|執行秘書|秘書|經理人|負責同志|负责同志|主委|主祕|主任委員|組員|司令|指揮官|行政长官|行政長官|局副局長)$/u

/** Words that may stand after a name as its title (`唐鳳召集人`). */
export function splitTrailingOffice(text: string): { name: string; role: string } | undefined {
  if (text.length > 16 || !/^\p{Script=Han}+$/u.test(text) || !officeEnd.test(text)) return undefined
  if (officeEnd.test(text.slice(1, 3))) return undefined
  for (const length of [3, 2, 4]) {
    const name = text.slice(0, length)
    const role = text.slice(length)
    const named = nameShape(name) === 'listed' || (length === 4 && surnameLength(name) > 0)
    if (named && !organEnd.test(name) && wholeOffice.test(role) && !courtesy.test(role)) return { name, role }
  }
  return undefined
}

/** What ends the name of a body. */
export const organEnd = /[會会部署局處处院司廳厅]$/u
/** A piece that is an office and nothing else. */
export const wholeOffice = new RegExp(
  `^(?:共同|聯合|联合|副|总|總|首席|高级|高級|專門|专门|政務|政务|常務|常务|代理|執行|执行)*${officeEnd.source}`,
  'u',
)
/** Titles that are no office. */
export const courtesy = /^(?:先生|女士|小姐|同志|老师|老師)$/u

/** `外交部发言人毛宁`, `国家发改委副主任 赵辰昕`: office, then name. */
export function splitLeadingOffice(text: string): { name: string; role: string } | undefined {
  if (text.length > 60 || /[。！？；，,!?;]/u.test(text)) return undefined
  const foreign = /^(.{2,}?)[\s\u3000]?(\p{Script=Han}{1,10}(?:[·•‧・]\p{Script=Han}{1,10}){1,4})$/u.exec(
    text,
  )
  if (foreign) {
    const split = splitForeign(foreign[1]! + foreign[2]!)
    if (split) return split
  }
  const spaced = /^(.{2,})[\s\u3000](\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]{1,2}\p{Script=Han})$/u.exec(
    text,
  )
  if (spaced && nameShape(spaced[2]!) && officeEnd.test(spaced[1]!.trim())) {
    return { name: spaced[2]!, role: spaced[1]!.trim() }
  }
  for (const length of [2, 3, 4]) {
    const name = text.slice(-length)
    const role = text.slice(0, -length)
    if (role.length >= 2 && officeEnd.test(role) && nameShape(name) === 'listed') return { name, role }
  }
  return undefined
}

/** The office ends where its last title word ends; what follows is the name. */
function splitForeign(text: string): { name: string; role: string } | undefined {
  const dot = text.search(/[·•‧・]/u)
  for (let cut = dot - 1; cut >= 2; cut--) {
    if (officeEnd.test(text.slice(0, cut)))
      return { name: text.slice(cut).trim(), role: text.slice(0, cut).trim() }
  }
  return undefined
}
