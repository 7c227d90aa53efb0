import { quoteAnchor } from '../../answer/permalink.ts'
import { withLang } from '../layout.tsx'
import { type Reading, shortVersion } from './reading.ts'

/** At the top of the page: where the cited words are, or why none are marked. */
export function CitedNotice({ reading }: { reading: Reading }) {
  const { cited, record, strings, path, lang } = reading
  const { reading: words } = strings
  if (cited.kind === 'record') return null
  if (cited.kind === 'words') {
    return (
      <p class="jump">
        <a href={`#${quoteAnchor}`}>{words.jump}</a>
      </p>
    )
  }
  const changed = cited.kind === 'changed'
  return (
    <div class="notice" role="note">
      <p>
        <b>{changed ? words.changed : words.nowhere}</b>
      </p>
      <p>{changed ? words.changedNote : words.nowhereNote}</p>
      {changed && (
        <dl class="facts">
          <dt>{words.versionCited}</dt>
          <dd>
            <code>{shortVersion(cited.cited)}</code>
          </dd>
          <dt>{words.versionNow}</dt>
          <dd>
            <code>{shortVersion(record.version)}</code>
          </dd>
        </dl>
      )}
      {changed && (
        <p>
          <a href={withLang(path, lang)}>{words.whole}</a>
        </p>
      )}
    </div>
  )
}
