import type { Failure } from './api.ts'
import { el } from './dom.ts'
import type { ProblemCode, Strings } from './strings/strings.ts'

/** The code of a failure: that of `lectern:error`. */
export function codeOf(failure: Failure): string {
  return failure.kind === 'refused' ? failure.code : failure.kind
}

/** A failure in the reader's language; of a refusal without words of its own, what the server says. */
export function tellFailure(failure: Failure, { problems }: Strings): string {
  const code = codeOf(failure)
  if (Object.hasOwn(problems, code)) return problems[code as ProblemCode]
  return failure.kind === 'refused' && failure.detail !== ''
    ? `${problems.refused} ${failure.detail}`
    : problems.refused
}

export interface ProblemView {
  element: HTMLElement
  /** Shows how many seconds are left until the question is asked again. */
  countDown(seconds: number): void
}

/** What went wrong, announced at once, with a button to try again. */
export function createProblem(
  failure: Failure,
  { strings, retry }: { strings: Strings; retry(): void },
): ProblemView {
  const note = el('p', { class: 'countdown' }, failure.kind === 'offline' && strings.retryOnline)
  const button = el(
    'button',
    { type: 'button', part: 'retry', class: 'retry', onclick: retry },
    strings.retry,
  )
  const element = el(
    'div',
    { class: 'problem', part: 'problem' },
    el('p', { role: 'alert', dir: 'auto' }, tellFailure(failure, strings)),
    note,
    failure.kind !== 'refused' && button,
  )
  return {
    element,
    countDown(seconds) {
      note.textContent = strings.retryIn(seconds)
    },
  }
}
