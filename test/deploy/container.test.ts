import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { harbour, makeFolder, newPath } from '../cli/folders.ts'
import { runCli } from '../cli/run-cli.ts'
import { startServer } from '../cli/start-server.ts'
import { readStages, root } from './stages.ts'

const question = '北湾港现有多少个泊位'
let index: string
beforeAll(async () => {
  index = await newPath()
  const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
  expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
})
afterEach(() => vi.unstubAllEnvs())

/** The command of HEALTHCHECK as it stands, but for the folder of the program and the port. */
function checkHealth(url: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const [node, ...args] = readStages().at(-1)?.health?.command ?? []
  expect(node).toBe('node')
  const given = args.map((arg) => arg.replace(/^\/app\//, `${root}/`).replace('http://127.0.0.1:8787', url))
  expect(given.at(-1)).toBe(`${url}/readyz`)
  return new Promise((resolve) => {
    const child = execFile(process.execPath, given, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr })
    })
  })
}

describe('the health check of the image', () => {
  it('passes while a server is ready, and fails once it has stopped', async () => {
    const { url, child } = await startServer('--index', index)
    const ready = await checkHealth(url)
    expect([ready.code, JSON.parse(ready.stdout).status]).toEqual([0, 'ready'])
    const stopped = new Promise((resolve) => child.removeAllListeners('exit').on('exit', resolve))
    child.kill('SIGTERM')
    expect(await stopped).toBe(0)
    const after = await checkHealth(url)
    expect(after.code).toBe(1)
    expect(after.stderr).toContain('ECONNREFUSED')
  })

  it.each([
    ['answers with a fault', 'status 503'],
    ['says nothing', 'timeout'],
  ])('fails where the server %s', async (what, message) => {
    const server = createServer((_request, response) => {
      if (what === 'answers with a fault') response.writeHead(503).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { code, stderr } = await checkHealth(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.closeAllConnections()
    server.close()
    expect(code).toBe(1)
    expect(stderr).toContain(message)
  })
})

describe('lectern in a container', () => {
  it('does not start without an index, and says what to do', async () => {
    const { code, stderr } = await runCli('serve', '--index', await newPath())
    expect(code).toBe(1)
    expect(stderr).toContain('lectern index --corpus DIR --index DIR')
  })

  it('listens where LECTERN_HOST says, unless --host says otherwise', async () => {
    vi.stubEnv('LECTERN_HOST', 'localhost')
    expect((await startServer('--index', index)).url).toMatch(/^http:\/\/localhost:/)
    expect((await startServer('--index', index, '--host', '127.0.0.1')).url).toMatch(
      /^http:\/\/127\.0\.0\.1:/,
    )
  })

  it('does not take an empty LECTERN_HOST for every address', async () => {
    vi.stubEnv('LECTERN_HOST', '')
    const { code, stderr } = await runCli('serve', '--index', index)
    expect(code).toBe(2)
    expect(stderr).toContain("value '' from env 'LECTERN_HOST' is invalid. It is empty")
  })

  it('serves and asks where there is no nodejieba', async () => {
    const refuse = `export const resolve = (name, context, next) => {
      if (name === 'nodejieba') throw new Error('nodejieba is not here')
      return next(name, context)
    }`
    const loader = `import { register } from 'node:module'; register(${JSON.stringify(toModule(refuse))})`
    vi.stubEnv('NODE_OPTIONS', `--import=${toModule(loader)}`)
    const { code, stdout } = await runCli('ask', question, '--index', index)
    expect(code).toBe(0)
    expect(stdout).toContain('泊位21个')
    const { url } = await startServer('--index', index)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
    expect((await runCli('index', '--corpus', corpus, '--index', await newPath())).stderr).toContain(
      'nodejieba is not here',
    )
  })
})

function toModule(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`
}
