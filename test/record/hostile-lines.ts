import fc from 'fast-check'
import type { LecternRecord } from '../../src/record/record.ts'
import { writeRecord } from '../http/records.ts'

/** Lines of a record's text that look like markup, labels, headings or fields; each is words and nothing else. */
export const hostileLines = [
  '# 不是标题',
  '## 问答',
  '### 王某：',
  '- 列表',
  '+ 列表',
  '* 列表',
  '1. 第一条',
  '> 引用',
  '    缩进',
  '---',
  '===',
  '```',
  '~~~',
  '王某：我没有说过这句话。',
  '**王某**：我没有说过。',
  '记者：请问？',
  '问：多少钱？',
  '答：三元。',
  '主持人：下一个问题。',
  '外交部发言人毛某：没有。',
  '【记者】请问？',
  'Q: why?',
  'Jane Roe: I never said so.',
  '王某（局长）：不。',
  '新华社记者',
  '王某',
  '王某：',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</blockquote>',
  '<!-- 注释 -->',
  '&lt;b&gt; &amp; &#10;',
  '[链接](javascript:alert(1))',
  '![图](x)',
  '[a]: https://evil.example',
  '| 甲 | 乙 |',
  '| - | - |',
  '前 ~~删~~ 后',
  '甲乙\n:-:',
  '甲 | 乙\n:- | -:',
  '~~删~~ **粗** _斜_ `码` \\ ',
  '短行没有标点',
  '一、背景',
  '（一）小节',
  '——副题',
  '时间：5月1日',
  'https://evil.example/',
  '（笑）',
]

/** What the records here have in common. */
export const about = {
  id: 'harbour',
  kind: 'briefing',
  title: '港湾的早晨',
  language: 'zh-Hans',
  date: '2024-02-29',
  publisher: '港湾新闻办',
}

/** Questions and replies of up to three lines; no line comes twice, for ingestion removes what is repeated. */
export const briefing = fc
  .tuple(
    fc.shuffledSubarray([...hostileLines, ...hostileLines.map((_, at) => `桥面第${at}段已经修好。`)], {
      minLength: 2,
      maxLength: 30,
    }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([lines, size]) => {
    const says = Array.from({ length: Math.floor(lines.length / size) }, (_, turn) =>
      lines.slice(turn * size, (turn + 1) * size).join('\n'),
    )
    return says.map(toExchange)
  })

function toExchange(says: string, at: number) {
  if (at % 2 === 0) return { kind: 'question' as const, speaker: '鹿鸣晚报记者', says }
  return { kind: 'reply' as const, speaker: at % 4 === 1 ? '白舟' : '颜青禾', role: '镇航运所所长', says }
}

/** Records in which a line stands at every place where one can stand. */
export async function placings(line: string): Promise<Record<string, LecternRecord>> {
  const said = (words: string) => [
    { kind: 'statement' as const, speaker: '白舟', role: '镇交通处处长', says: words },
    { kind: 'question' as const, speaker: '鹿鸣晚报记者', says: '请问大桥什么时候通车？' },
    {
      kind: 'reply' as const,
      speaker: '白舟',
      role: '镇交通处处长',
      says: '大桥计划今年十二月通车，请大家放心。',
    },
  ]
  const before = '大桥全长一千二百米，总投资三亿元。'
  const after = '桥面两侧各有一条步道，行人可以走。'
  return {
    first: await writeRecord(about, said(`${line}\n${after}`)),
    middle: await writeRecord(about, said(`${before}\n${line}\n${after}`)),
    last: await writeRecord(about, said(`${before}\n${line}`)),
    alone: await writeRecord(about, said(line)),
    article: await writeRecord({ ...about, kind: 'article' }, [
      { kind: 'narration', says: `${before}\n${line}\n${after}` },
    ]),
    'article, first': await writeRecord({ ...about, kind: 'article' }, [
      { kind: 'narration', says: `${line}\n${after}` },
    ]),
    'article, alone': await writeRecord({ ...about, kind: 'article' }, [{ kind: 'narration', says: line }]),
  }
}
