import { describe, expect, it } from 'vitest'
import { stringsFor } from '../../src/pages/strings/strings.ts'
import { interfaceLanguages } from '../../src/text/interface-language.ts'
import { stringsFor as widgetStringsFor } from '../../src/widget/language.ts'

describe.each(interfaceLanguages)('in %s, pages and widget', (language) => {
  const page = stringsFor(language)
  const widget = widgetStringsFor(language)

  it('call the same thing by the same words', () => {
    const { ask, question, placeholder, repliedTo, source, alsoIn, followUps, noAnswer, reasons, nearest } =
      widget
    expect(page).toMatchObject({
      ...{ ask, question, placeholder, repliedTo, source, alsoIn, followUps, noAnswer, reasons, nearest },
      clippedBefore: widget.before,
      clippedAfter: widget.after,
      permalink: widget.read,
    })
    const { speaker, kind, from, to } = widget.filterNames
    expect(page).toMatchObject({ speaker, kind, from, to })
    expect(page.reading.selected).toBe(widget.copyRefused)
    for (const name of ['question-empty', 'question-too-long'] as const) {
      expect(page.problems[name]).toBe(widget.problems[name])
    }
  })

  it.each([1, 2, 1200])('count %i of the same thing in the same way', (count) => {
    expect(page.quotesFound(count)).toBe(widget.answered(count))
    expect(page.searched(count, count)).toBe(widget.searched(count, count))
  })

  it('tell dates and missing words in the same way', () => {
    expect(page.dates('2024', '2025-01')).toBe(widget.dates('2024', '2025-01'))
    expect(page.dates('2024', '2024')).toBe(widget.dates('2024', '2024'))
    const [open, close] = widget.quotationMarks
    const words = ['甲', '乙'].map((word) => open + word + close).join(widget.comma)
    expect(page.missing(['甲', '乙'])).toBe(widget.missing.replace('{}', words))
  })
})
