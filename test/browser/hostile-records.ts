import type { LecternRecord } from '../../src/record/record.ts'
import { writeRecord } from '../http/records.ts'

/** Texts that must never be more than text: each would run a script, load something, or upset what stands around it. */
export const hostileTexts = {
  script: "<script>document.title = 'taken'; alert(1)</script>",
  handler: '"><img src="/taken.png" onerror="alert(2)"><svg onload=alert(3)>',
  scheme: 'javascript:alert(4)',
  document: 'data:text/html,<script>alert(5)</script>',
  closing: '</bdi></p></textarea></title></style></template><script src="/taken.js"></script>',
  styled: '</style><style>@import url(/taken.css);</style><link rel="stylesheet" href="/taken.css">',
  frame: '<iframe srcdoc="<script>parent.alert(6)</script>"></iframe><base href="https://taken.example/">',
  element: '<lectern-chat src="https://taken.example" mode="inline"></lectern-chat>',
  template: "{{constructor.constructor('alert(7)')()}}\u0024{alert(8)}`-alert(9)-`",
  reversed: '\u202e\u2066gnp.exe\u202e',
  marked: '\u200f\u061c\u0000\u001b[31m\u2028\ufeff\ud800',
  long: 'a'.repeat(10_000),
} as const

export type HostileName = keyof typeof hostileTexts

/** What every hostile record answers. */
export const hostileQuestion = '灯塔有多高'

/** For each text, a record that has it in its text, its speaker, its title, its source and everything else. */
export function writeHostileRecords(): Promise<LecternRecord[]> {
  return Promise.all(
    Object.entries(hostileTexts).map(([name, text], at) =>
      writeRecord(
        {
          id: `hostile-${name}`,
          kind: 'briefing',
          title: `${text} 灯塔发布会 ${name}`,
          publisher: `${text} 新闻办`,
          source: name === 'script' ? text : `${text}//source`,
          language: 'zh-Hans',
          date: `2025-01-${String(at + 1).padStart(2, '0')}`,
        },
        [
          { heading: `${text} 问答` },
          { kind: 'question', speaker: `${text} 晚报记者`, says: `请问${text}灯塔有多高？` },
          {
            kind: 'reply',
            speaker: `${text} 石榴`,
            role: `${text} 所长`,
            says: `灯塔高${at + 41}米。${text}`,
          },
          { kind: 'statement', speaker: `${text} 白舟`, says: `${text} 发布会到此结束。` },
        ],
      ),
    ),
  )
}
