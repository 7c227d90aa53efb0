import fc from 'fast-check'
import { expect, it } from 'vitest'
import { othersSecret, type PlatformCase, start, withProof } from './platform-case.ts'
import { type Host, play } from './platform-scene.ts'

/** What a bot must refuse, and that nothing comes of it. */
export function describeProofs(platform: PlatformCase, host: Host): void {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another form', 'v1=zz, HMAC ???'],
  ])('refuses a request whose proof is %s', async (_, value) => {
    for (const proof of platform.proofs) {
      const { post, told } = await play(platform, host)
      const sent = await platform.ask('票价会涨吗')
      const given = await post(await withProof(sent, proof, value))
      expect(given.status, proof).toBe(401)
      expect(await told(), proof).toMatchObject(nothing)
    }
  })

  it('refuses what is signed with another secret', async () => {
    const { post, told } = await play(platform, host)
    const given = await post(await platform.ask('票价会涨吗', { secret: othersSecret }))
    expect(given.status).toBe(401)
    expect(await told()).toMatchObject(nothing)
  })

  const { tolerance } = platform
  if (tolerance !== undefined)
    it('refuses what is older or newer than it may be, and takes what is just within', async () => {
      const { post } = await play(platform, host)
      for (const [seconds, status] of [
        [tolerance + 1, 401],
        [-tolerance - 1, 401],
        [tolerance - 1, 200],
        [1 - tolerance, 200],
      ] as const) {
        const given = await post(await platform.ask('票价会涨吗', { at: start + seconds * 1000 }))
        expect(given.status, `${seconds} s`).toBe(status)
      }
    })

  if (platform.coversBody)
    it('refuses a body that was changed by one byte, anywhere', async () => {
      const { post, told } = await play(platform, host)
      const sent = await platform.ask('票价会涨吗')
      const bytes = new TextEncoder().encode(sent.body)
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: bytes.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, by) => {
            const changed = bytes.slice()
            changed[at] = (changed[at] as number) ^ by
            expect((await post({ ...sent, body: changed })).status).toBe(401)
          },
        ),
      )
      expect(await told()).toMatchObject(nothing)
    })

  it('refuses a body that is too large', async () => {
    const { post, told } = await play(platform, host)
    const given = await post(await platform.ask('大'.repeat(30_000)))
    expect(given.status).toBe(413)
    expect(await told()).toMatchObject(nothing)
  })

  it('takes no random request, and breaks at none', async () => {
    const { post, told } = await play(platform, host)
    const good = await platform.ask('票价会涨吗')
    const names = Object.keys(good.headers)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ maxLength: 300 }), fc.json({ maxDepth: 3 }), fc.constant(good.body)),
        fc.dictionary(
          fc.constantFrom(...(names.length > 0 ? names : ['X-Any'])),
          fc.string({ unit: fc.constantFrom(...'0123456789abcdef=+/v'), maxLength: 70 }),
        ),
        async (body, headers) => {
          const given = await post({
            ...good,
            path: good.path.split('?')[0] as string,
            headers: {
              ...(platform.proofs.some((proof) => proof.includes('body')) ? {} : good.headers),
              ...headers,
              ...wrong(platform),
            },
            body: platform.coversBody ? `${body} ` : body.replaceAll('token', 'taken'),
          })
          expect([400, 401]).toContain(given.status)
        },
      ),
      { numRuns: 200 },
    )
    expect(await told()).toMatchObject(nothing)
  })
}

// ---------------------------------------------------------------------------

const nothing = { asked: [], calls: [], votes: [] }

/** Whatever proves is spoilt. */
function wrong({ proofs }: PlatformCase): Record<string, string> {
  const [header] = proofs.filter((proof) => !proof.includes('.'))
  return header === undefined ? {} : { [header]: '0' }
}
