import { describe, expect, it } from 'vitest'
import { createBehind } from '../../src/behind/behind.ts'
import { late, within } from '../../src/behind/within.ts'

const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('work behind a response', () => {
  it('is waited for, with what it begins itself', async () => {
    const { goOn, drain } = createBehind()
    const done: string[] = []
    goOn(
      pass(20).then(() => {
        done.push('first')
        goOn(pass(20).then(() => done.push('second')))
      }),
    )
    await drain()
    expect(done).toEqual(['first', 'second'])
  })

  it('fails in silence, and keeps nobody waiting', async () => {
    const { goOn, drain } = createBehind()
    goOn(Promise.reject(new Error('it failed')))
    await drain()
  })
})

describe('work within a time', () => {
  it('gives what it gives, or that it is late', async () => {
    expect(await within(Promise.resolve(7), 1000)).toBe(7)
    expect(await within(pass(1000), 10)).toBe(late)
    await expect(within(Promise.reject(new Error('it failed')), 1000)).rejects.toThrow('it failed')
  })
})
