import type { LecternRecord } from '../../src/record/record.ts'
import { writeArticle, writeRecord } from './records.ts'

/** Records of Jiangting, a port that is nowhere. */
export async function writeJiangting(): Promise<LecternRecord[]> {
  return [
    await writeBriefing(),
    await writeTraditionalLetter(),
    await writeEnglishStatement(),
    await writeNotice(),
  ]
}

function writeBriefing(): Promise<LecternRecord> {
  return writeRecord(
    {
      id: '2024-05-briefing-ferry',
      kind: 'briefing',
      title: '江汀市渡轮情况发布会',
      date: '2024-05-20',
      publisher: '江汀市新闻办',
      source: 'https://jiangting.example/briefings/ferry',
    },
    [
      { heading: '开场' },
      {
        kind: 'statement',
        speaker: '陆闻溪',
        role: '江汀市港务处处长',
        says: '去年渡轮运送旅客三千五百万人次。新港区到灯塔岛的航线今年8月31日开通。',
      },
      { heading: '问答' },
      { kind: 'question', speaker: '江汀晚报记者', says: '请问志愿者招募了多少名？海水淡化厂什么时候完工？' },
      { kind: 'reply', speaker: '陆闻溪', role: '江汀市港务处处长', says: '我们一共招募了420名志愿者。' },
      { kind: 'reply', speaker: '高屿', says: '海水淡化厂总投资5.3亿元，但是要到明年十二月才能完工。' },
      { kind: 'question', speaker: '河湾电台记者', says: '渡轮的票价会不会涨？' },
      { kind: 'reply', speaker: '高屿', says: '不会涨，仍然是8元。' },
    ],
  )
}

function writeTraditionalLetter(): Promise<LecternRecord> {
  return writeRecord(
    { id: 'letter-museum', kind: 'letter', title: '覆博物館之友函', date: '2023', language: 'zh-Hant' },
    [
      {
        kind: 'narration',
        says: '博物館的燈塔模型將於明年重新展出。\n圖書館與博物館將共用一座閱覽室，共有座位180個。',
      },
    ],
  )
}

function writeEnglishStatement(): Promise<LecternRecord> {
  return writeRecord(
    {
      id: 'statement-cranes',
      kind: 'statement',
      title: 'Cranes at the old harbour',
      date: '2025-02',
      language: 'en',
    },
    [
      {
        kind: 'statement',
        speaker: 'Ada Moor',
        role: 'harbour master',
        says: 'Two new cranes came by sea in May. Each of them lifts 900 tonnes. The old crane is kept as a monument.',
      },
    ],
  )
}

/** Without date; what it says of the volunteers stands in the briefing too. */
function writeNotice(): Promise<LecternRecord> {
  return writeArticle(
    { id: 'notice-volunteers', title: '志愿者招募公告' },
    '码头周日闭馆清洗。\n我们一共招募了420名志愿者。\n活动当天请提前半小时到达集合地点。',
  )
}
