import type { PageLanguage } from './language.ts'
import { type Strings, stringsFor } from './strings/strings.ts'

/** What stands in the form, as it was sent. */
export interface AskForm {
  q: string
  speaker: string
  kind: string
  from: string
  to: string
}

export interface QuestionFormProps {
  form: AskForm
  /** Names that can be filtered by. */
  speakers: readonly string[]
  kinds: readonly string[]
  language: PageLanguage
  lang?: PageLanguage
}

/** The form to ask with; it needs no script. */
export function QuestionForm({ form, speakers, kinds, language, lang }: QuestionFormProps) {
  const strings = stringsFor(language)
  const filtered = [form.speaker, form.kind, form.from, form.to].some((value) => value !== '')
  return (
    <search>
      <form class="ask" action="/" method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <label for="q">{strings.question}</label>
        <div class="line">
          <input
            id="q"
            name="q"
            type="search"
            dir="auto"
            value={form.q}
            placeholder={strings.placeholder}
            autocomplete="off"
            required
          />
          <button type="submit">{strings.ask}</button>
        </div>
        <details open={filtered}>
          <summary>{strings.filters}</summary>
          <div class="filters">
            <label>
              {strings.speaker}
              <input name="speaker" list="speakers" value={form.speaker} autocomplete="off" />
            </label>
            <datalist id="speakers">
              {speakers.map((name) => (
                <option value={name} />
              ))}
            </datalist>
            <div>
              <label for="kind">{strings.kind}</label>
              <KindSelect kinds={kinds} chosen={form.kind} strings={strings} />
            </div>
            <label>
              {strings.from}
              <input name="from" type="date" value={form.from} />
            </label>
            <label>
              {strings.to}
              <input name="to" type="date" value={form.to} />
            </label>
          </div>
        </details>
      </form>
    </search>
  )
}

// ---------------------------------------------------------------------------

function KindSelect({
  kinds,
  chosen,
  strings,
}: {
  kinds: readonly string[]
  chosen: string
  strings: Strings
}) {
  return (
    <select id="kind" name="kind">
      <option value="">{strings.any}</option>
      {kinds.map((kind) => (
        <option value={kind} selected={kind === chosen}>
          {strings.recordKinds[kind] ?? kind}
        </option>
      ))}
    </select>
  )
}
