import { describe, expect, it } from 'vitest'
import { isLecternError, LecternError } from '../src/errors.ts'

describe('a fault that Lectern reports on purpose', () => {
  it('has a code for programs, a message for people, and says where', () => {
    const cause = new Error('no such file')
    const fault = new LecternError('file-missing', 'There is no a.md', { file: 'a.md', line: 3, cause })
    expect(fault).toMatchObject({ name: 'LecternError', code: 'file-missing', file: 'a.md', line: 3, cause })
    expect(fault.message).toBe('There is no a.md')
  })

  it('has no place and no cause when none is known', () => {
    const fault = new LecternError('limit-invalid', 'limit is 0')
    expect([fault.file, fault.line, fault.cause]).toEqual([undefined, undefined, undefined])
  })

  it('is told from other errors', () => {
    expect(isLecternError(new LecternError('a', 'b'))).toBe(true)
    for (const other of [new Error('a'), { code: 'a', name: 'LecternError' }, undefined]) {
      expect(isLecternError(other)).toBe(false)
    }
  })
})
