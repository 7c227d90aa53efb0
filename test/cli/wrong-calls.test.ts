import { describe, expect, it } from 'vitest'
import { runCli, runJson } from './run-cli.ts'

describe.concurrent('a wrong call', () => {
  it.each([
    ['without a command', [], 'Usage: lectern'],
    ['of an unknown command', ['serv'], "error: unknown command 'serv'\n(Did you mean serve?)"],
    ['with an unknown option', ['ask', 'q', '--index', 'i', '--indx', 'j'], "error: unknown option '--indx'"],
    ['without its question', ['ask', '--index', 'i'], "error: missing required argument 'question'"],
    ['with two questions', ['ask', 'q', 'r', '--index', 'i'], "error: too many arguments for 'ask'"],
    ['without an index to ask', ['ask', 'q'], "error: required option '--index <dir>' not specified"],
    ['without an index to serve', ['serve'], "error: required option '--index <dir>' not specified"],
    ['without a corpus', ['index', '--index', 'i'], "error: required option '--corpus <dir>' not specified"],
    ['without a place', ['index', '--corpus', 'c'], "error: required option '--index <dir>' not specified"],
    ['without a dataset', ['eval'], "error: required option '--dataset <dir...>' not specified"],
    ['with limit 0', ['ask', 'q', '--index', 'i', '--limit', '0'], 'Give a whole number from 1 to 20.'],
    ['with limit 21', ['ask', 'q', '--index', 'i', '--limit', '21'], 'Give a whole number from 1 to 20.'],
    [
      'with a limit in words',
      ['ask', 'q', '--index', 'i', '--limit', 'two'],
      'Give a whole number from 1 to 20.',
    ],
    [
      'with a day that is none',
      ['ask', 'q', '--index', 'i', '--from', '2025-02-30'],
      'Give a day of the calendar',
    ],
    ['with half a day', ['ask', 'q', '--index', 'i', '--to', '2025-02'], 'Give a day of the calendar'],
    [
      'from after to',
      ['ask', 'q', '--index', 'i', '--from', '2025-03-02', '--to', '2025-03-01'],
      'error: --from 2025-03-02 is after --to 2025-03-01',
    ],
    ['with an empty filter', ['ask', 'q', '--index', 'i', '--speaker', ''], 'It is empty: give a value'],
    [
      'with a port beyond measure',
      ['serve', '--index', 'i', '--port', '65536'],
      'Give a whole number from 0 to 65535.',
    ],
    [
      'with an origin that has a path',
      ['serve', '--index', 'i', '--cors', 'https://a.example/b'],
      'give only https://a.example',
    ],
    [
      'with an address that is none',
      ['serve', '--index', 'i', '--url', 'quotes.example'],
      'is no origin: give scheme and host',
    ],
    ['to measure no question', ['eval', '--dataset', 'd', '--limit', '0'], 'Give a whole number from 1.'],
  ])('%s exits 2 and says why', async (_, args, says) => {
    const { code, stdout, stderr } = await runCli(...args)
    expect(stderr).toContain(says)
    expect([code, stdout]).toEqual([2, ''])
  })

  it('is told to machines as well', async () => {
    const { code, json } = await runJson('ask', 'q', '--index', 'i', '--limit', '0')
    expect(code).toBe(2)
    expect(json.error).toMatchObject({
      code: 'call-invalid',
      message: expect.stringContaining('from 1 to 20'),
    })
  })

  it('is no call for help or for the version', async () => {
    const [help, version] = await Promise.all([runCli('ask', '--help'), runCli('--version')])
    expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Usage: lectern ask') })
    expect(version).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})
