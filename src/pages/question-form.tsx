import {
  DayField,
  describeField,
  type Faults,
  Field,
  KindField,
  QuestionLine,
  withChosen,
} from './fields.tsx'
import { FiltersSet } from './filters-set.tsx'
import type { PageLanguage } from './language.ts'
import { nameKind, type Strings, stringsFor } from './strings/strings.ts'

/** What stands in the form, as it was sent. */
export interface AskForm {
  q: string
  speaker: string
  kind: string
  from: string
  to: string
}

/** Someone to filter by. */
export interface NamedSpeaker {
  name: string
  role?: string
}

export interface QuestionFormProps {
  form: AskForm
  speakers: readonly NamedSpeaker[]
  kinds: readonly string[]
  faults: Faults
  language: PageLanguage
  lang?: PageLanguage
}

/** Where an outcome is sent to, so that it is what is seen and heard first. */
export const outcomeAnchor = '#outcome'

/** The form to ask with; it needs no script. */
export function QuestionForm(props: QuestionFormProps) {
  const { form, faults, language, lang } = props
  const strings = stringsFor(language)
  return (
    <search>
      <form class="ask" action={`/${outcomeAnchor}`} method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <QuestionLine {...{ faults, strings }} label={strings.question} value={form.q} />
        <details open={Object.keys(faults).some((name) => name !== 'q')}>
          <summary>{strings.filters}</summary>
          <div class="filters">
            <SpeakerField {...props} />
            <KindField {...props} name="kind" label={strings.kind} value={form.kind} strings={strings} />
            <DayField name="from" label={strings.from} value={form.from} faults={faults} />
            <DayField name="to" label={strings.to} value={form.to} faults={faults} />
          </div>
        </details>
      </form>
      <FiltersSet
        path="/"
        params={{ ...form }}
        filters={listSet(form, strings)}
        {...(form.q !== '' && { fragment: outcomeAnchor })}
        language={language}
        {...(lang && { lang })}
      />
    </search>
  )
}

// ---------------------------------------------------------------------------

/** More speakers than this are typed, with suggestions, instead of chosen from a list. */
const choosable = 100

function SpeakerField({ form, speakers, faults, language }: QuestionFormProps) {
  const strings = stringsFor(language)
  const field = describeField('speaker', faults)
  if (speakers.length > choosable) {
    return (
      <Field name="speaker" label={strings.speaker} faults={faults}>
        <input {...field} list="speakers" value={form.speaker} dir="auto" autocomplete="off" />
        <datalist id="speakers">
          {speakers.map(({ name }) => (
            <option value={name} />
          ))}
        </datalist>
      </Field>
    )
  }
  const roles = new Map(speakers.map(({ name, role }) => [name, role]))
  return (
    <Field name="speaker" label={strings.speaker} faults={faults}>
      <select {...field}>
        <option value="">{strings.any}</option>
        {withChosen([...roles.keys()], form.speaker).map((name) => (
          <option value={name} selected={name === form.speaker}>
            {[name, roles.get(name)].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </Field>
  )
}

function listSet({ speaker, kind, from, to }: AskForm, strings: Strings) {
  const kindName = nameKind(kind, strings) ?? kind
  return [
    { name: 'speaker', label: strings.speaker, shown: speaker },
    { name: 'kind', label: strings.kind, shown: kindName },
    { name: 'from', label: strings.from, shown: from },
    { name: 'to', label: strings.to, shown: to },
  ].filter(({ shown }) => shown !== '')
}
