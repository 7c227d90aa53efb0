import type { Repair } from '../../record/record.ts'
import type { Reading } from './reading.ts'

/** What was removed or mended when the record was taken in. */
export function Repairs({ reading }: { reading: Reading }) {
  const { record, strings } = reading
  const { repairs, repairsNote } = strings.reading
  if (record.repairs.length === 0) return null
  return (
    <details class="repairs">
      <summary>{repairs(record.repairs.length)}</summary>
      <p class="note">{repairsNote}</p>
      <ol>
        {record.repairs.map((repair) => (
          <RepairItem reading={reading} repair={repair} />
        ))}
      </ol>
    </details>
  )
}

// ---------------------------------------------------------------------------

function RepairItem({ reading, repair }: { reading: Reading; repair: Repair }) {
  const { strings, textLanguage } = reading
  const { repairKinds, line, length } = strings.reading
  return (
    <li>
      <p class="label">
        {repair.line !== undefined && <span class="part">{line(repair.line)}</span>}
        <span class="part">{repairKinds[repair.kind]}</span>
        {repair.length > repair.before.length && <span class="part">{length(repair.length)}</span>}
      </p>
      <p class="change" lang={textLanguage} dir="auto">
        <del>
          <Visible text={repair.before} />
        </del>
        {repair.after !== '' && (
          <>
            {' '}
            <ins>
              <Visible text={repair.after} />
            </ins>
          </>
        )}
      </p>
    </li>
  )
}

/** Line breaks and signs that show nothing are told by a sign of their own: they are often what was removed. */
function Visible({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/([\p{Cc}\p{Cf}\u2028\u2029\ufffd])/u)
        .map((piece, at) => (at % 2 === 0 ? piece : <code class="sign">{nameSign(piece)}</code>))}
    </>
  )
}

function nameSign(sign: string): string {
  if (sign === '\n') return '↵'
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
