import { expect, it } from 'vitest'
import { othersSecret, type PlatformCase } from './platform-case.ts'
import { type Host, play } from './platform-scene.ts'

/** What a bot must do with votes, where its platform can send them. */
export function describeVotes({ vote, ...platform }: PlatformCase, host: Host): void {
  if (!vote) return

  it('keeps a vote, and thanks for it', async () => {
    const { post, told } = await play(platform, host)
    const given = await post(await vote('fb1.a1.up.mac'))
    expect(given.status).toBe(200)
    expect((await told()).votes).toMatchObject([{ token: 'fb1.a1.up.mac', platform: platform.name }])
  })

  it('keeps a vote once, however often its press comes', async () => {
    const { post, told } = await play(platform, host)
    for (const delivery of ['d1', 'd2', 'd1'])
      expect((await post(await vote('fb1.a1.up.mac', { delivery }))).status).toBe(200)
    expect((await told()).votes).toHaveLength(platform.byTokenAlone ? 3 : 2)
  })

  it('refuses a vote without proof', async () => {
    const { post, told } = await play(platform, host)
    expect((await post(await vote('fb1.a1.up.mac', { secret: othersSecret }))).status).toBe(401)
    expect((await told()).votes).toEqual([])
  })
}
