import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundleScript } from '../../scripts/build-browser.mjs'
import { maxQuestionLength } from '../../src/answer/create-lectern.ts'
import { findFault, longestQuestion } from '../../src/widget/question.ts'
import { widgetStyle } from '../../src/widget/style.ts'

describe('/widget.js', () => {
  it('is at most 20 KB gzipped', async () => {
    const { gzipped } = await bundleScript('widget')
    expect(gzipped).toBeGreaterThan(5_000)
    expect(gzipped).toBeLessThanOrEqual(20_000)
  })

  it('has no way to run text as code or to take it as markup', async () => {
    const { code } = await bundleScript('widget')
    expect(code).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc/u,
    )
    expect(code).not.toMatch(/localStorage|document\.cookie|sendBeacon|XMLHttpRequest|WebSocket/u)
  })

  it('may be loaded where there are no elements, and does nothing there', async () => {
    const { code } = await bundleScript('widget')
    const { stdout } = spawnSync(process.execPath, ['--input-type=module'], {
      input: `${code};console.log('done')`,
    })
    expect(String(stdout)).toBe('done\n')
  })
})

describe('the class', () => {
  it('is imported on a server without a fault', async () => {
    const { LecternChat } = await import('../../src/widget/lectern-chat.ts')
    expect(LecternChat.observedAttributes).toContain('src')
    await import('../../src/widget/define.ts')
  })
})

describe('a question', () => {
  it('is too long where the server finds it too long', () => {
    expect(longestQuestion).toBe(maxQuestionLength)
    expect(findFault('长'.repeat(longestQuestion))).toBeUndefined()
    expect(findFault('长'.repeat(longestQuestion + 1))).toBe('question-too-long')
    expect(findFault(' \n　')).toBe('question-empty')
  })
})

describe('the style sheet', () => {
  it('tells every custom property and every part that there is', () => {
    const folder = new URL('../../src/widget/', import.meta.url)
    const documented = readFileSync(new URL('style.ts', folder), 'utf8')
    const properties = new Set(widgetStyle.match(/--lectern-[\w-]+/gu))
    expect(properties.size).toBeGreaterThan(12)
    for (const property of properties) expect(documented).toContain(`\`${property}\``)
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    const code = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('')
    const parts = [...code.matchAll(/\bpart: '([\w-]+)'/gu)].map(([, part]) => part)
    expect(parts.length).toBeGreaterThan(25)
    for (const part of parts) expect(documented).toContain(`\`${part}\``)
  })
})
