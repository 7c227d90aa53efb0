import { type RunningCli, startCli } from './run-cli.ts'

export interface StartedServer {
  /** `http://host:port`. */
  url: string
  /** The first line that it printed. */
  line: string
  child: RunningCli
}

/** Starts `lectern serve` on a free port; resolves once it has printed its first line. */
export function startServer(...args: string[]): Promise<StartedServer> {
  const child = startCli('serve', '--port', '0', ...args)
  return new Promise((resolve, reject) => {
    let printed = ''
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${complaints}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (!printed.includes('\n')) return
      const url = /http:\/\/[^\s"]+/.exec(printed)?.[0]
      if (url) resolve({ url, line: printed, child })
      else reject(new Error(`no address in ${printed}`))
    })
  })
}
