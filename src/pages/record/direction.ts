import type { LecternRecord } from '../../record/record.ts'

/** The direction in which a record reads: by its language, else by its first letter. */
export function directionOf({ language, text, title }: LecternRecord): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-')
  const script = subtags.find((subtag) => /^[a-z]{4}$/u.test(subtag))
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr'
  if (primary !== 'und') return rightToLeftLanguages.has(primary) ? 'rtl' : 'ltr'
  const [letter = ''] = /\p{L}/u.exec(text) ?? /\p{L}/u.exec(title) ?? []
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr'
}

// ---------------------------------------------------------------------------

const rightToLeftScripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg', 'mand', 'samr'])
const rightToLeftLanguages = new Set('ar arc ckb dv fa he iw ji nqo ps sd syr ug ur yi'.split(' '))
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
