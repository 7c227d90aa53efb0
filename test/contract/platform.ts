import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Citation, Outcome, Quote } from '../../src/answer/answer.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createBehind } from '../../src/bot/behind.ts'
import { type Call, createCall } from '../../src/bot/calls.ts'
import { createMemoryClaims } from '../../src/bot/claims.ts'
import { type Ledger, mountBots } from '../../src/bot/mount-bots.ts'
import type { Platform, VotePress } from '../../src/bot/platform.ts'
import { toReply } from '../../src/bot/reply.ts'

/** A request to be made: proofs are made of its bytes, last of all. */
export interface Sent {
  method?: string
  path: string
  headers: Record<string, string>
  body: string
}

export interface AskOptions {
  delivery?: string
  user?: string
  /** The author is a bot, or this one. */
  isBot?: boolean
  /** Milliseconds since 1970 that the platform says it is. */
  at?: number
  /** Another secret than the right one. */
  secret?: string
}

/** A call to the platform. */
export interface Called {
  method: string
  address: string
  body: unknown
}

/** What the suite must know of a platform. */
export interface PlatformCase {
  name: string
  /** Hosts that it may call. */
  hosts: readonly string[]
  create(deps: { now(): number; call: Call }): Platform
  ask(words: string, options?: AskOptions): Promise<Sent>
  /** Somebody says whether an answer was good; absent where links to a page do that. */
  vote?(token: string, options?: AskOptions): Promise<Sent>
  /** Whether nothing but its token proves a vote, so that a delivery tells nothing: the last one counts. */
  byTokenAlone?: true
  /** Headers and places of the body that prove where a request comes from. */
  proofs: readonly string[]
  /** Seconds that the time of a request may be off; absent where nothing tells a time. */
  tolerance?: number
  /** Where the platform does not tell whether an author is a bot. */
  tellsBots?: false
  /** Whether a change of the body shows. Where only a token is compared, it does not. */
  coversBody: boolean
  /** Body of the answer to a call that the platform took. */
  taken: unknown
  /** The message, out of the response or what was called. */
  messageOf(response: { status: number; body: string }, calls: readonly Called[]): Promise<unknown>
  /** The quotes of a message as whoever reads it sees them: escapes undone. */
  wordsOf(message: unknown): string[]
  /** Throws where the platform would refuse the message, or show it otherwise. */
  checkLimits(message: unknown): void
}

/** When the suite plays, in milliseconds since 1970. */
export const start = Date.UTC(2026, 10, 3, 9)

const words = '海水淡化厂每天供水20万吨，<b>十二月</b>完工 & 不会涨价。'

/** All that a bot must do, whatever the platform. */
export function describePlatform(platform: PlatformCase): void {
  describe(`the bot on ${platform.name}`, () => {
    it('answers a question with words that read as they were said', async () => {
      const { post, message } = open(platform)
      const given = await post(await platform.ask('海水淡化厂什么时候完工'))
      expect(given.status).toBe(200)
      const said = await message(given)
      platform.checkLimits(said)
      expect(platform.wordsOf(said)).toEqual([words])
    })

    it('takes filters out of the question, and mentions and entities', async () => {
      const { post, asked } = open(platform)
      await post(await platform.ask('speaker:高屿 from:2025-08-01 票价 会涨吗'))
      expect(asked).toMatchObject([
        { question: '票价 会涨吗', filters: { speaker: '高屿', from: '2025-08-01' } },
      ])
    })

    it('explains itself when it is asked nothing, in the language of the asker', async () => {
      const { post, message, asked } = open(platform)
      const said = await message(await post(await platform.ask('')))
      // What follows may be written otherwise.
      expect(JSON.stringify(said)).toContain('speaker')
      expect(asked).toEqual([])
      platform.checkLimits(said)
    })

    it('says that nothing answers, and shows the nearest passage as such', async () => {
      const { post, message } = open(platform, { outcome: abstention })
      const said = await message(await post(await platform.ask('海豚什么时候来')))
      platform.checkLimits(said)
      expect(JSON.stringify(said)).toContain('不是答案')
      expect(platform.wordsOf(said)).toEqual([words])
    })

    it.each([
      ['missing', undefined],
      ['empty', ''],
      ['of another form', 'v1=zz, HMAC ???'],
    ])('refuses a request whose proof is %s', async (_, value) => {
      for (const proof of platform.proofs) {
        const { post, asked, calls } = open(platform)
        const sent = await platform.ask('票价会涨吗')
        const given = await post(await withProof(sent, proof, value))
        expect(given.status, proof).toBe(401)
        expect([asked, calls], proof).toEqual([[], []])
      }
    })

    it('refuses what is signed with another secret', async () => {
      const { post, asked } = open(platform)
      const given = await post(
        await platform.ask('票价会涨吗', { secret: 'c2VjcmV0IG9mIHNvbWVib2R5IGVsc2UsIDMyIGI=' }),
      )
      expect(given.status).toBe(401)
      expect(asked).toEqual([])
    })

    const { tolerance } = platform
    if (tolerance !== undefined)
      it('refuses what is older or newer than it may be, and takes what is just within', async () => {
        const { post } = open(platform)
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
        const { post, asked } = open(platform)
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
        expect(asked).toEqual([])
      })

    it('answers a delivery once, however often it comes', async () => {
      const { post, message, asked } = open(platform)
      const sent = await platform.ask('票价会涨吗', { delivery: 'd1' })
      expect(platform.wordsOf(await message(await post(sent)))).toEqual([words])
      for (const again of [sent, await platform.ask('票价会涨吗', { delivery: 'd1' })]) {
        const given = await post(again)
        expect(given.status).toBe(200)
      }
      expect(asked).toHaveLength(1)
      await post(await platform.ask('票价会涨吗', { delivery: 'd2' }))
      expect(asked).toHaveLength(2)
    })

    if (platform.tellsBots !== false)
      it('does not talk to bots', async () => {
        const { post, asked, calls } = open(platform)
        const given = await post(await platform.ask('票价会涨吗', { isBot: true }))
        expect(given.status).toBe(200)
        expect([asked, calls]).toEqual([[], []])
      })

    it('refuses a body that is too large', async () => {
      const { post, asked } = open(platform)
      const given = await post(await platform.ask('大'.repeat(30_000)))
      expect(given.status).toBe(413)
      expect(asked).toEqual([])
    })

    it('shows a passage of 10,000 characters whole or not at all', async () => {
      const long = '会议指出，渡轮票价不变。'.repeat(834)
      const { post, message } = open(platform, { outcome: answerOf([long, words]) })
      const said = await message(await post(await platform.ask('票价会涨吗')))
      platform.checkLimits(said)
      for (const shown of platform.wordsOf(said)) expect([long, words]).toContain(shown)
      expect(JSON.stringify(said)).toContain('/r/ferry')
    })

    it.each([
      '@everyone @here @channel <!channel> <!here> <@U012AB> <at id=all></at> 请注意。',
      '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &amp;amp;',
      '[点这里](https://evil.example) ![x](https://evil.example/x.png) https://evil.example <https://evil.example|银行>',
      '*a* _b_ ~c~ `d` **e** __f__ ~~g~~ ||h|| # 标题\n> 引文\n- 项目\n1. 第一\n```js\n\\n',
      '\\*转义\\* \\\\ $5 \u200b零宽 “引号” \'单\' "双" {{x}} $\u007by}',
    ])('shows words as they are, whatever they would mean to it: %s', async (hostile) => {
      const { post, message } = open(platform, { outcome: answerOf([hostile]) })
      const said = await message(await post(await platform.ask('票价会涨吗')))
      platform.checkLimits(said)
      expect(platform.wordsOf(said)).toEqual([hostile])
    })

    it('shows any words as they are', async () => {
      const anyWords = fc
        .array(
          fc.oneof(
            fc.string({ unit: 'grapheme', maxLength: 8 }),
            fc.constantFrom(...'*_~`>#-[]()<>&|\\@!\n:/ 会涨。'),
          ),
          {
            minLength: 1,
            maxLength: 30,
          },
        )
        .map((parts) => parts.join(''))
        .filter((text) => text.trim() === text && text !== '' && text === text.replaceAll('\r', ''))
      const { render } = open(platform)
      await fc.assert(
        fc.asyncProperty(anyWords, async (text) => {
          const said = await render(answerOf([text]))
          platform.checkLimits(said)
          expect(platform.wordsOf(said)).toEqual([text])
        }),
        { numRuns: 300 },
      )
    })

    it('answers in time when the index is slow: behind, or that it was', async () => {
      const askSlowly = async (faults: number) => {
        const { post, message } = open(platform, { delay: 6000, faults })
        const begun = performance.now()
        const given = await post(await platform.ask('票价会涨吗'))
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
    })

    it('lets the platform deliver again what failed', async () => {
      const { post, message } = open(platform, { faults: 1 })
      const sent = await platform.ask('票价会涨吗', { delivery: 'd1' })
      const failed = await post(sent)
      expect([200, 500]).toContain(failed.status)
      expect(platform.wordsOf(await message(await post(sent)))).toEqual([words])
    })

    it('answers without a store, too', async () => {
      const { post, message } = open(platform, { isStoreGone: true })
      const said = await message(await post(await platform.ask('票价会涨吗')))
      expect(platform.wordsOf(said)).toEqual([words])
    })

    if (platform.vote) {
      const { vote } = platform
      it('keeps a vote, and thanks for it', async () => {
        const { post, votes, drain } = open(platform)
        const given = await post(await vote('fb1.a1.up.mac'))
        expect(given.status).toBe(200)
        await drain()
        expect(votes).toMatchObject([{ token: 'fb1.a1.up.mac', platform: platform.name }])
      })

      it('keeps a vote once, however often its press comes', async () => {
        const { post, votes } = open(platform)
        for (const delivery of ['d1', 'd2', 'd1'])
          expect((await post(await vote('fb1.a1.up.mac', { delivery }))).status).toBe(200)
        expect(votes).toHaveLength(platform.byTokenAlone ? 3 : 2)
      })

      it('refuses a vote without proof', async () => {
        const { post, votes } = open(platform)
        expect(
          (await post(await vote('fb1.a1.up.mac', { secret: 'c2VjcmV0IG9mIHNvbWVib2R5IGVsc2UsIDMyIGI=' })))
            .status,
        ).toBe(401)
        expect(votes).toEqual([])
      })
    }

    it('takes no random request, and breaks at none', async () => {
      const { post, asked, calls } = open(platform)
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
      expect([asked, calls]).toEqual([[], []])
    })
  })
}

// ---------------------------------------------------------------------------

interface SceneOptions {
  outcome?: Outcome
  /** Nothing can be kept or claimed. */
  isStoreGone?: boolean
  /** Milliseconds that a question takes. */
  delay?: number
  /** How many questions fail first. */
  faults?: number
}

function open(
  platformCase: PlatformCase,
  { outcome = answerOf([words]), isStoreGone = false, delay = 0, faults = 0 }: SceneOptions = {},
) {
  const asked: { question: string; filters?: object }[] = []
  const calls: Called[] = []
  const votes: { platform: string; token: string; vote?: VotePress['vote'] }[] = []
  const behind = createBehind()
  const now = () => start
  const call: Call = createCall({
    hosts: platformCase.hosts,
    fetch: async (address, init) => {
      calls.push({
        method: String(init?.method),
        address: String(address),
        body: JSON.parse(String(init?.body)),
      })
      return new Response(JSON.stringify(platformCase.taken))
    },
  })
  let left = faults
  const lectern = {
    ask: async ({ question, filters }: { question: string; filters?: object }) => {
      asked.push({ question, ...(filters && { filters }) })
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      if (left-- > 0) throw new Error('the index is gone')
      return outcome
    },
  } as unknown as Lectern
  const fail = async () => {
    throw new Error('the store is gone')
  }
  const claims = isStoreGone ? { claim: fail, release: fail } : createMemoryClaims(now)
  const ledger: Ledger = {
    keepQuestion: async ({ platform, site }) => {
      if (isStoreGone) return fail()
      return {
        up: 'fb1.a1.up.mac',
        down: 'fb1.a1.down.mac',
        upPage: `${site}/f/${platform}/fb1.a1.up.mac`,
        downPage: `${site}/f/${platform}/fb1.a1.down.mac`,
      }
    },
    keepVote: async (press) => {
      if (!/^fb1\.a1\..*mac$/u.test(press.token)) return false
      votes.push(press)
      return true
    },
  }
  const platform = platformCase.create({ now, call })
  const app = new Hono()
  mountBots(app, {
    lectern,
    platforms: [platform],
    claims,
    ledger,
    behind,
    siteUrl: 'https://lectern.example',
  })
  const post = async ({
    method = 'POST',
    path,
    headers,
    body,
  }: Omit<Sent, 'body'> & { body: string | Uint8Array<ArrayBuffer> }) => {
    const request = new Request(`https://lectern.example${path}`, {
      method,
      headers,
      ...(method === 'POST' && { body }),
    })
    const response = await app.fetch(request)
    return { status: response.status, body: await response.text() }
  }
  return {
    asked,
    calls,
    votes,
    post,
    drain: behind.drain,
    async message(given: { status: number; body: string }) {
      await behind.drain()
      return platformCase.messageOf(given, calls)
    },
    async render(told: Outcome) {
      return platform.render(toReply(told, { language: 'zh-Hans', site: 'https://lectern.example' }))
    },
  }
}

/** What a request has for a proof. @param proof a header, or `body.name` or `query.name` for a field. */
export function proofOf({ path, headers, body }: Sent, proof: string): string {
  const [place, name] = proof.split('.') as [string, string | undefined]
  if (name === undefined) return headers[proof] ?? ''
  if (place === 'query') return new URL(path, 'https://lectern.example').searchParams.get(name) ?? ''
  if (body.startsWith('{')) return String((JSON.parse(body) as Record<string, unknown>)[name] ?? '')
  return new URLSearchParams(body).get(name) ?? ''
}

/** The request with another proof. @param proof as for `proofOf`. */
export async function withProof(sent: Sent, proof: string, value: string | undefined): Promise<Sent> {
  const [place, name] = proof.split('.') as [string, string | undefined]
  if (name === undefined) {
    const { [proof]: _, ...headers } = sent.headers
    return { ...sent, headers: value === undefined ? headers : { ...headers, [proof]: value } }
  }
  if (place === 'query') {
    const url = new URL(sent.path, 'https://lectern.example')
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
    return { ...sent, path: `${url.pathname}${url.search}` }
  }
  if (sent.body.startsWith('{')) {
    const { [name]: _, ...rest } = JSON.parse(sent.body) as Record<string, unknown>
    return { ...sent, body: JSON.stringify(value === undefined ? rest : { ...rest, [name]: value }) }
  }
  const form = new URLSearchParams(sent.body)
  if (value === undefined) form.delete(name)
  else form.set(name, value)
  return { ...sent, body: form.toString() }
}

/** Whatever proves is spoilt. */
function wrong({ proofs }: PlatformCase): Record<string, string> {
  const [header] = proofs.filter((proof) => !proof.includes('.'))
  return header === undefined ? {} : { [header]: '0' }
}

const citation: Citation = {
  record: 'ferry',
  version: '0'.repeat(64),
  title: '江汀市渡轮情况发布会 <1> & *2*',
  kind: 'briefing',
  date: '2025-08-29',
  speaker: { name: '高屿', role: '江汀市水务处处长' },
  question: { text: '海水淡化厂什么时候完工？', asker: '河湾电台记者' },
  span: { start: 5120, end: 5203 },
  passage: { start: 5100, end: 5480 },
  url: '/r/ferry#t12',
}

const searched = { records: 5, passages: 140, from: '2024-01-25', to: '2025-08-29' }

function quoteOf(text: string): Quote {
  return { text, score: 12, confidence: 0.9, highlights: [], citation, alsoIn: [] }
}

export function answerOf(texts: readonly string[]): Outcome {
  return {
    kind: 'answer',
    question: '票价会涨吗',
    quotes: texts.map(quoteOf),
    followUps: [],
    searched,
    index: 'f',
  }
}

const abstention: Outcome = {
  kind: 'abstention',
  question: '海豚什么时候来',
  reason: 'low-confidence',
  nearest: [quoteOf(words)],
  missing: ['海豚'],
  searched,
  index: 'f',
}
