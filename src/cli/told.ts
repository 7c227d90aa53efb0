/** Ends a command with an exit code after it has said everything itself. */
export class Told extends Error {
  override readonly name = 'Told'
  readonly exitCode: number

  constructor(exitCode: number) {
    super(`exit code ${exitCode}`)
    this.exitCode = exitCode
  }
}
