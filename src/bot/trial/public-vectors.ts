import { openFeishu, toFeishuKey } from '../feishu-proof.ts'
import type { PlatformName } from '../platform.ts'
import { fromHex, verifyHmac } from '../proof.ts'
import { createWecomSeal } from '../wecom-seal.ts'

/** Whether this runtime reads what platforms publish to check programs with, where they do. */
export const publicVectors: Readonly<Partial<Record<PlatformName, () => Promise<boolean>>>> = {
  slack: async () => {
    const mac = fromHex('a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503')
    const message = new TextEncoder().encode(`v0:1531420618:${slackBody}`)
    return mac !== undefined && verifyHmac('8f742231b10e8888abcd99yyyzzz85a5', message, mac)
  },
  feishu: async () =>
    openFeishu('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', await toFeishuKey('test key')) ===
    'hello world',
  wecom: async () => {
    const seal = createWecomSeal({
      token: 'QDG6eK',
      encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      receiveId: 'wx5823bf96d3bd56c7',
      now: () => 1_409_659_813_000,
    })
    const opened = await seal.open({
      encrypt: wecomMessage,
      signature: '477715d11cdb4164915debcba66cb864d751f3e6',
      timestamp: '1409659813',
      nonce: '1372623149',
    })
    return opened?.includes('<Content><![CDATA[hello]]></Content>') ?? false
  },
}

// ---------------------------------------------------------------------------

const slackBody =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'

const wecomMessage =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=='
