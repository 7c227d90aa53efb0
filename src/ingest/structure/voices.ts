import { outlet, selfPresentation } from '../line/label-words.ts'
import { nameShape } from '../line/names.ts'
import { nameKey } from './labels.ts'
import type { Stretch } from './turns.ts'

export interface VoiceContext {
  kind: string
  /** Keys of those who lead, from the opening lines. */
  hosts: ReadonlySet<string>
  /** Keys of those present, with an office. */
  present: ReadonlySet<string>
  wordsOf: (stretch: Stretch) => string
}

/** Settles who asks, who leads and who answers, from the whole talk. */
export function settleVoices(stretches: Stretch[], context: VoiceContext): void {
  const speakers = groupBySpeaker(stretches)
  const briefing = context.kind === 'briefing'
  for (const [key, own] of speakers) {
    if (own[0]!.voice === 'asker' && isKnownPerson(key, own[0]!, context)) setVoice(own, 'person')
    if (own[0]!.voice === 'person' && briefing && asks(key, own, context)) setVoice(own, 'asker')
  }
  for (const [key, own] of speakers) {
    if (own[0]!.voice !== 'person') continue
    if (context.hosts.has(key)) {
      if (!answersMost(stretches, key)) setVoice(own, 'host')
    } else if (briefing && opensAndHandsOver(stretches, own, context) && !answersMost(stretches, key)) {
      setVoice(
        own.filter((stretch) => !answersAtLength(stretches, stretch, context)),
        'host',
      )
    }
  }
  if (context.kind === 'interview') settleInterview(speakers, context)
}

function groupBySpeaker(stretches: readonly Stretch[]): Map<string, Stretch[]> {
  const speakers = new Map<string, Stretch[]>()
  for (const stretch of stretches) {
    if (stretch.speaker === undefined) continue
    const key = nameKey(stretch.speaker)
    const own = speakers.get(key)
    if (own) own.push(stretch)
    else speakers.set(key, [stretch])
  }
  return speakers
}

function setVoice(stretches: readonly Stretch[], voice: Stretch['voice']): void {
  for (const stretch of stretches) stretch.voice = voice
}

/** A name that only looks like an outlet's, but is on the list of who is present. */
function isKnownPerson(key: string, { speaker }: Stretch, { present }: VoiceContext): boolean {
  return present.has(key) && nameShape(speaker!) !== undefined
}

/** In a briefing: no person by name, or one who presents himself as a reporter, and asks. */
function asks(key: string, own: readonly Stretch[], { present, wordsOf }: VoiceContext): boolean {
  const name = own[0]!.speaker!
  if (present.has(key)) return false
  if (outlet.test(name) || name === '匿名' || name === '匿名提問') return true
  const words = own.map((stretch) => wordsOf(stretch).slice(0, 1500))
  if (isReporter.test(words[0]!.slice(0, 80))) return true
  const shape = nameShape(name)
  const isPerson = shape === 'listed' || (shape === 'shaped' && /[\s·•‧・]/u.test(name))
  if (isPerson) return false
  return words.filter(isQuestion).length * 2 >= words.length
}

const isReporter = /我是[^，。,]{0,24}(?:记者|記者)(?!朋友|会|會)|\b(?:I am|I'm) .{0,40}\b(?:from|with|of) /u
const questionMark = /[?？]/u

function isQuestion(words: string): boolean {
  return (
    questionMark.test(words) ||
    selfPresentation.test(words.slice(0, 120)) ||
    /请教|請教|想问|想問/u.test(words)
  )
}

const welcome = /欢迎|歡迎|大家好|早安|午安|上午好|下午好|welcome|good (?:morning|afternoon|evening)/iu
const handsOver =
  /(?:请|請|邀请|邀請|有请|有請|交给|交給).{0,40}(?:介绍|介紹|说明|說明|致[词詞辞辭]|报告|報告|简报|簡報|讲话|講話|发言|發言|开始|開始|补充|補充|结语|結語)|接下[来來].{0,12}(?:请|請)|(?:hand|turn).{0,12} over to|give the floor|invite .{3,60} to (?:speak|open|begin)/iu
/** Longest stretch of a host after the opening, as a median, in UTF-16 units. */
const longestHosting = 160

/** Whoever speaks first, welcomes, hands over to others, and then says little at a time. */
function opensAndHandsOver(
  stretches: readonly Stretch[],
  own: readonly Stretch[],
  { wordsOf }: VoiceContext,
): boolean {
  const first = stretches.find((stretch) => stretch.voice !== 'narrator')
  if (first !== own[0] || own.length < 2) return false
  const words = own.map((stretch) => wordsOf(stretch).slice(-3000))
  if (!welcome.test(wordsOf(own[0]!).slice(0, 300)) || !words.some((text) => handsOver.test(text)))
    return false
  const lengths = own.slice(1).map((stretch) => wordsOf(stretch).length)
  lengths.sort((a, b) => a - b)
  return lengths[lengths.length >> 1]! <= longestHosting
}

/** Longest remark of a host who may answer too, in UTF-16 units. */
const longestRemark = 100

/** One who seems to lead, but speaks at length after a question, answers it. */
function answersAtLength(
  stretches: readonly Stretch[],
  stretch: Stretch,
  { wordsOf }: VoiceContext,
): boolean {
  const asked = stretches.findIndex(({ voice }) => voice === 'asker')
  return asked >= 0 && stretch.first > stretches[asked]!.first && wordsOf(stretch).length > longestRemark
}

/** Most questions are answered by this speaker alone: a spokesperson who leads the briefing is no host. */
function answersMost(stretches: readonly Stretch[], key: string): boolean {
  let alone = 0
  let questions = 0
  for (let at = 0; at < stretches.length; ) {
    const asked = stretches[at]!.voice === 'asker'
    let next = at + 1
    while (next < stretches.length && stretches[next]!.voice !== 'asker') next++
    const answers = stretches.slice(at + 1, next).filter((stretch) => stretch.voice !== 'narrator')
    if (asked && answers.length > 0) {
      questions++
      if (answers.every((stretch) => nameKey(stretch.speaker!) === key)) alone++
    }
    at = next
  }
  return questions > 0 && alone * 2 > questions
}

/** Two who talk, of whom one mostly asks and says less: he asks, the other answers. */
function settleInterview(speakers: ReadonlyMap<string, readonly Stretch[]>, { wordsOf }: VoiceContext): void {
  const all = [...speakers.values()]
  if (all.length !== 2 || all.some((own) => own[0]!.voice === 'asker')) return
  const measures = all.map((own) => {
    const words = own.map(wordsOf)
    const asked = words.filter((text) => questionMark.test(text.slice(-30))).length
    return { own, share: asked / words.length, length: words.reduce((sum, text) => sum + text.length, 0) }
  })
  measures.sort((a, b) => b.share - a.share)
  const [asker, answerer] = measures as [(typeof measures)[0], (typeof measures)[0]]
  if (asker.share < 0.5 || answerer.share > 0.3 || asker.length >= answerer.length) return
  setVoice(asker.own, 'asker')
  setVoice(answerer.own, 'person')
}
