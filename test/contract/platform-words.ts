import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlatformCase } from './platform-case.ts'
import { answerOf, words } from './platform-outcomes.ts'
import { type Host, play } from './platform-scene.ts'

/** Whatever was said reads as it was said, or is not shown. */
export function describeWords(platform: PlatformCase, host: Host): void {
  it('shows a passage of 10,000 characters whole or not at all', async () => {
    const long = '会议指出，渡轮票价不变。'.repeat(834)
    const { post, message } = await play(platform, host, { outcome: answerOf([long, words]) })
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
    const { post, message } = await play(platform, host, { outcome: answerOf([hostile]) })
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
        { minLength: 1, maxLength: 30 },
      )
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() === text && text !== '' && text === text.replaceAll('\r', ''))
    const { render } = await play(platform, host)
    await fc.assert(
      fc.asyncProperty(anyWords, async (text) => {
        const said = await render(answerOf([text]))
        platform.checkLimits(said)
        expect(platform.wordsOf(said)).toEqual([text])
      }),
      { numRuns: 300 },
    )
  })
}
