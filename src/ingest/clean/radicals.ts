import type { Repair } from '../../record/record.ts'
import type { Block, ParsedFile } from '../parsed.ts'
import { createRepair } from '../repair.ts'

/**
 * Puts the ordinary characters where PDF makers wrote radicals that only look like them (⾏ for 行, ⻛ for 风), in
 * place: nobody could find the words otherwise. One repair of kind `mojibake` a line or page lists the characters.
 */
export function mendRadicals({ blocks, repairs, metadata }: ParsedFile): void {
  if (metadata.title) metadata.title = metadata.title.replace(radical, (char) => ordinary(char, true))
  const isSimplified = looksSimplified(blocks)
  const mended = new Map<number, string>()
  for (const block of blocks) {
    const found = block.text.match(radical)
    if (!found) continue
    mended.set(block.line, (mended.get(block.line) ?? '') + found.join(''))
    block.text = block.text.replace(radical, (char) => ordinary(char, isSimplified))
  }
  for (const [line, before] of mended) repairs.push(toRepair(before, line, isSimplified))
}

const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

/** Of the supplementary radicals, those that stand for a character of their own: Unicode does not equate them. */
const supplement = new Map(
  (
    '⺁厂 ⺇几 ⺊卜 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺧牛 ⺩王 ⺪疋 ⺫目 ⺬示 ⺮竹 ⺶羊 ⺷羊 ⺸羊 ⺻聿 ⺼月 ⺽臼 ⻁虎 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻊足 ⻋车 ' +
    '⻑長 ⻓长 ⻔门 ⻕阜 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)

function ordinary(char: string, isSimplified: boolean): string {
  if (char === '⼾' && isSimplified) return '户'
  if (char === '⾭') return '青'
  return supplement.get(char) ?? char.normalize('NFKC')
}

function looksSimplified(blocks: Block[]): boolean {
  const sample = blocks
    .slice(0, 200)
    .map((block) => block.text)
    .join('')
  return (
    (sample.match(/[这国为时会说关产务]/g)?.length ?? 0) >=
    (sample.match(/[這國為時會說關產務]/g)?.length ?? 0)
  )
}

function toRepair(before: string, line: number, isSimplified: boolean): Repair {
  const chars = [...new Set(before)].join('')
  const after = chars.replace(radical, (char) => ordinary(char, isSimplified))
  return createRepair('mojibake', chars, { after, line })
}
