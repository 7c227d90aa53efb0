import type { CitedSource } from '../../answer/cite-as/cited-source.ts'
import { toReadLink } from '../../answer/permalink.ts'
import type { LecternRecord } from '../../record/record.ts'
import { containsSpan, overlapsSpan, type Span, sliceSpan } from '../../text/span.ts'
import { nameOf, type Reading, shortVersion } from './reading.ts'

/** What the page is cited as: the cited words, else the record as a whole in this version. */
export function toCitedSource({ record, cited, site, path, today }: Reading): CitedSource {
  const whole = { ...describe(record), accessed: today }
  if (cited.kind !== 'words') return { ...whole, address: `${site}${path}?v=${shortVersion(record.version)}` }
  const { span } = cited
  const section = innermostSection(record, span)
  const speaker = speakerOf(record, span)
  return {
    ...whole,
    text: sliceSpan(record.text, span),
    span,
    address: site + toReadLink({ url: path, span, version: record.version }),
    ...(section !== undefined && { section }),
    ...(speaker && { speaker }),
  }
}

// ---------------------------------------------------------------------------

function describe({ id, title, kind, publisher, date, source, language }: LecternRecord) {
  return {
    record: id,
    title,
    kind,
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(language !== 'und' && { language }),
  }
}

/** Whoever speaks all of the span; nobody where several do. */
function speakerOf({ turns }: LecternRecord, span: Span): CitedSource['speaker'] | undefined {
  const [first, ...others] = turns.filter((turn) => overlapsSpan(turn.span, span))
  const name = first && nameOf(first)
  if (name === undefined || others.some((turn) => nameOf(turn) !== name)) return undefined
  return { name, ...(first?.role !== undefined && { role: first.role }) }
}

function innermostSection({ sections }: LecternRecord, span: Span): string | undefined {
  return sections
    .filter((section) => containsSpan(section.span, span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.title
}
