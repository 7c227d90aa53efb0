/** Every fault that Lectern reports on purpose. `cli` turns it into a message and an exit code, `http` into a problem detail. */
export class LecternError extends Error {
  override readonly name = 'LecternError'
  /** Stable, kebab-case: what went wrong, for programs. */
  readonly code: string
  /** The file in question, relative to the corpus where there is one. */
  readonly file?: string
  /** Line in that file, from 1. */
  readonly line?: number

  constructor(code: string, message: string, at: { file?: string; line?: number; cause?: unknown } = {}) {
    super(message, at.cause === undefined ? undefined : { cause: at.cause })
    this.code = code
    if (at.file !== undefined) this.file = at.file
    if (at.line !== undefined) this.line = at.line
  }
}

export function isLecternError(error: unknown): error is LecternError {
  return error instanceof LecternError
}
