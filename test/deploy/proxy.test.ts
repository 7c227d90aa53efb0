import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyLength, urlLength } from '../../src/http/middleware/limits.ts'
import { root } from './stages.ts'

const nginx = readFileSync(`${root}/deploy/nginx.conf`, 'utf8')
const caddy = readFileSync(`${root}/deploy/Caddyfile`, 'utf8')

function kilobytes(text: string, setting: RegExp): number {
  return Number(setting.exec(text)?.[1]) * 1024
}

describe('the files for proxies', () => {
  it('let pass the longest URL and the longest body that Lectern takes', () => {
    // Method, path and protocol stand on the same line.
    expect(kilobytes(nginx, /large_client_header_buffers \d+ (\d+)k;/)).toBeGreaterThan(urlLength + 100)
    expect(kilobytes(nginx, /client_max_body_size (\d+)k;/)).toBeGreaterThan(bodyLength)
    expect(kilobytes(caddy, /max_size (\d+)KB/)).toBeGreaterThan(bodyLength)
  })

  it('log no questions', () => {
    const format = /log_format lectern '([^']*)'/.exec(nginx)?.[1] ?? ''
    expect(format).toContain('$uri')
    expect(format).not.toMatch(/\$(?:request(?![_a-z])|request_uri|args|query_string|arg_|http_referer)/)
    expect(nginx).toMatch(/error_log +\S+ crit;/)
    expect(caddy.match(/replace q -/g)).toHaveLength(2)
  })
})

describe('the pages about deployment', () => {
  it.each(['docs/deploy.md', 'docs/deploy.zh-CN.md'])('%s leads to files that there are', (page) => {
    const links = [...readFileSync(`${root}/${page}`, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    expect(links.length).toBeGreaterThan(5)
    expect(links.map(([, path]) => path).filter((path) => !existsSync(`${root}/docs/${path}`))).toEqual([])
  })

  it('show the same commands in both languages', () => {
    const commandsOf = (page: string) =>
      [...readFileSync(`${root}/docs/${page}`, 'utf8').matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(
        ([, code]) => code?.replace(/ +#.*/g, ''),
      )
    expect(commandsOf('deploy.zh-CN.md')).toEqual(commandsOf('deploy.md'))
  })
})
