import { InvalidArgumentError } from 'commander'
import { type Gate, gateable } from '../eval/figures.ts'

/** A parser of `figure=value` for a repeatable option. */
export function gateParser(bound: Gate['bound']): (value: string, earlier?: Gate[]) => Gate[] {
  const figures = gateable(bound)
  return (value, earlier = []) => {
    const at = value.indexOf('=')
    const [name, number] = at < 0 ? [value, ''] : [value.slice(0, at).trim(), value.slice(at + 1).trim()]
    const figure = figures.find((known) => known === name)
    if (figure === undefined)
      throw new InvalidArgumentError(`--${bound} takes these figures: ${figures.join(', ')}.`)
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(number))
      throw new InvalidArgumentError(`Give a number, as in ${figure}=.96.`)
    return [...earlier, { figure, bound, limit: Number(number) }]
  }
}
