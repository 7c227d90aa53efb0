import { describe, expect, it } from 'vitest'
import type { PlatformCase } from './platform-case.ts'
import { abstention, words } from './platform-outcomes.ts'
import { describeProofs } from './platform-proofs.ts'
import { type Host, play } from './platform-scene.ts'
import { describeVotes } from './platform-votes.ts'
import { describeWords } from './platform-words.ts'

/** All that a bot must do, whatever the platform and whatever runs it; but for what takes time. */
export function describePlatform(platform: PlatformCase, host: Host): void {
  describe(`the bot on ${titleOf(platform)}, in ${host.name}`, () => {
    describeAnswers(platform, host)
    describeDeliveries(platform, host)
    describeProofs(platform, host)
    describeVotes(platform, host)
    describeWords(platform, host)
  })
}

/** What takes seconds: at once for all platforms. */
export function describeSlowness(platforms: readonly PlatformCase[], host: Host): void {
  describe.concurrent(`in ${host.name}, with an index that is slow`, () => {
    it.each(platforms.map((platform) => [titleOf(platform), platform] as const))(
      'the bot on %s answers in time: behind, or that it was',
      async (_, platform) => {
        const askSlowly = async (faults: number) => {
          const { post, message } = await play(platform, host, { delay: 6000, faults })
          const sent = await platform.ask('票价会涨吗')
          const begun = performance.now()
          const given = await post(sent)
          expect(performance.now() - begun).toBeLessThan(4900)
          expect(given.status).toBe(200)
          const said = await message(given)
          platform.checkLimits(said)
          return JSON.stringify(said)
        }
        const [found, failed] = await Promise.all([askSlowly(0), askSlowly(1)])
        expect(found).toMatch(/海水淡化厂每天供水|查得太慢/)
        // Whoever was told to wait hears that it failed.
        expect(failed).toMatch(/出了故障|查得太慢/)
      },
    )
  })
}

// ---------------------------------------------------------------------------

function titleOf({ name, way }: PlatformCase): string {
  return way === undefined ? name : `${name} ${way}`
}

function describeAnswers(platform: PlatformCase, host: Host): void {
  it('answers a question with words that read as they were said', async () => {
    const { post, message } = await play(platform, host)
    const given = await post(await platform.ask('海水淡化厂什么时候完工'))
    expect(given.status).toBe(200)
    const said = await message(given)
    platform.checkLimits(said)
    expect(platform.wordsOf(said)).toEqual([words])
  })

  it('takes filters out of the question, and mentions and entities', async () => {
    const { post, told } = await play(platform, host)
    await post(await platform.ask('speaker:高屿 from:2025-08-01 票价 会涨吗'))
    expect((await told()).asked).toMatchObject([
      { question: '票价 会涨吗', filters: { speaker: '高屿', from: '2025-08-01' } },
    ])
  })

  it('explains itself when it is asked nothing, in the language of the asker', async () => {
    const { post, message, told } = await play(platform, host)
    const said = await message(await post(await platform.ask('')))
    // What follows may be written otherwise.
    expect(JSON.stringify(said)).toContain('speaker')
    expect((await told()).asked).toEqual([])
    platform.checkLimits(said)
  })

  it('says that nothing answers, and shows the nearest passage as such', async () => {
    const { post, message } = await play(platform, host, { outcome: abstention })
    const said = await message(await post(await platform.ask('海豚什么时候来')))
    platform.checkLimits(said)
    expect(JSON.stringify(said)).toContain('不是答案')
    expect(platform.wordsOf(said)).toEqual([words])
  })

  it('keeps the question when the response is given', async () => {
    const { post, told } = await play(platform, host)
    await post(await platform.ask('speaker:高屿 票价会涨吗'))
    expect((await told()).kept).toEqual([{ answer: 'a1', question: '票价会涨吗', isResponded: true }])
  })

  it('answers without a store, too', async () => {
    const { post, message } = await play(platform, host, { isStoreGone: true })
    const said = await message(await post(await platform.ask('票价会涨吗')))
    expect(platform.wordsOf(said)).toEqual([words])
  })
}

function describeDeliveries(platform: PlatformCase, host: Host): void {
  it('answers a delivery once, however often it comes', async () => {
    const { post, message, told } = await play(platform, host)
    const sent = await platform.ask('票价会涨吗', { delivery: 'd1' })
    expect(platform.wordsOf(await message(await post(sent)))).toEqual([words])
    for (const again of [sent, await platform.ask('票价会涨吗', { delivery: 'd1' })]) {
      const given = await post(again)
      expect(given.status).toBe(200)
    }
    expect((await told()).asked).toHaveLength(1)
    await post(await platform.ask('票价会涨吗', { delivery: 'd2' }))
    expect((await told()).asked).toHaveLength(2)
  })

  it('lets the platform deliver again what failed', async () => {
    const { post, message } = await play(platform, host, { faults: 1 })
    const sent = await platform.ask('票价会涨吗', { delivery: 'd1' })
    const failed = await post(sent)
    expect([200, 500]).toContain(failed.status)
    expect(platform.wordsOf(await message(await post(sent)))).toEqual([words])
  })

  if (platform.tellsBots !== false)
    it('does not talk to bots', async () => {
      const { post, told } = await play(platform, host)
      const given = await post(await platform.ask('票价会涨吗', { isBot: true }))
      expect(given.status).toBe(200)
      expect(await told()).toMatchObject({ asked: [], calls: [] })
    })
}
