import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { CallError, createCall, mayCall } from '../../src/bot/calls.ts'
import { afterFile } from '../support/after-file.ts'

let host: string
const paths: string[] = []

beforeAll(async () => {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    paths.push(path)
    if (path === '/never') return
    if (path === '/moved') response.writeHead(302, { Location: '/taken' }).end()
    else if (path === '/refused') response.writeHead(403).end('{"code":7}')
    else response.end(path === '/word' ? 'ok' : '{"ok":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterFile(() => {
    server.closeAllConnections()
    server.close()
  })
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})

describe('a call to a platform', () => {
  const open = () => createCall({ fetch, hosts: [host], isLocal: true, timeout: 300 })

  it('gives what was answered: JSON, or a word', async () => {
    expect(await open()(`http://${host}/taken`, { body: {} })).toEqual({ ok: true })
    expect(await open()(`http://${host}/word`, { body: {} })).toBe('ok')
  })

  it('fails where it is refused, and tells why', async () => {
    await expect(open()(`http://${host}/refused`, { body: {} })).rejects.toMatchObject({
      name: 'CallError',
      answer: { code: 7 },
    })
  })

  it('follows no redirect', async () => {
    paths.length = 0
    await expect(open()(`http://${host}/moved`, { body: {} })).rejects.toThrow(CallError)
    expect(paths).toEqual(['/moved'])
  })

  it('does not wait for ever', async () => {
    await expect(open()(`http://${host}/never`, { body: {} })).rejects.toThrow('timeout')
  })

  it('goes to the hosts of its list alone, over https', async () => {
    const call = createCall({
      fetch: async () => {
        throw new Error('it was called')
      },
      hosts: ['hooks.slack.com'],
    })
    for (const address of [
      'http://hooks.slack.com/a',
      'https://hooks.slack.com.evil.example/a',
      'https://evil.example/?hooks.slack.com',
      'https://hooks.slack.com@evil.example/a',
      'https://ann:word@hooks.slack.com/a',
      'https://hooks.slack.com:8443/a',
      'https://127.0.0.1/a',
      'file:///etc/passwd',
      'hooks.slack.com',
      '',
    ]) {
      await expect(call(address, { body: {} }), address).rejects.toThrow(CallError)
      expect(mayCall(address, ['hooks.slack.com']), address).toBe(false)
    }
    expect(mayCall('https://hooks.slack.com/a', ['hooks.slack.com'])).toBe(true)
  })
})
