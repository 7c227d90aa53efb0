import type { Child } from 'hono/jsx'
import { nameKind, type Strings } from './strings/strings.ts'

/** What is wrong with each field, in words, by the field's name. The first one gets the focus. */
export type Faults = Readonly<Record<string, string>>

export interface FieldProps {
  name: string
  label: string
  /** As it was sent, valid or not. */
  value: string
  faults: Faults
}

/** Attributes of a field: its id, and where it is faulty the words that say so. */
export function describeField(name: string, faults: Faults) {
  if (faults[name] === undefined) return { id: name, name }
  const isFirst = Object.keys(faults)[0] === name
  return { id: name, name, 'aria-invalid': 'true', 'aria-describedby': faultId(name), autofocus: isFirst }
}

/** A field under its label, and under what is wrong with it. */
export function Field({
  name,
  label,
  faults,
  children,
}: Omit<FieldProps, 'value'> & {
  children: Child
}) {
  return (
    <div>
      <label for={name}>{label}</label>
      <FieldFault {...{ name, faults }} />
      {children}
    </div>
  )
}

export function TextField({ value, ...field }: FieldProps) {
  return (
    <Field {...field}>
      <input {...describeField(field.name, field.faults)} value={value} dir="auto" autocomplete="off" />
    </Field>
  )
}

/** The field to ask in, and the button that asks. */
export function QuestionLine({
  faults,
  strings,
  label,
  value,
}: Omit<FieldProps, 'name'> & { strings: Strings }) {
  return (
    <>
      <label for="q">{label}</label>
      <FieldFault name="q" faults={faults} />
      <div class="line">
        <input
          {...describeField('q', faults)}
          type="search"
          dir="auto"
          value={value}
          placeholder={strings.placeholder}
          autocomplete="off"
          required
        />
        <button type="submit">{strings.ask}</button>
      </div>
    </>
  )
}

/** A day. What is no day stays as it was typed, which a browser's calendar would throw away. */
export function DayField({ value, ...field }: FieldProps) {
  const isDay = value === '' || (field.faults[field.name] === undefined && /^\d{4}-\d{2}-\d{2}$/u.test(value))
  return (
    <Field {...field}>
      <input
        {...describeField(field.name, field.faults)}
        type={isDay ? 'date' : 'text'}
        value={value}
        autocomplete="off"
      />
    </Field>
  )
}

/** Kinds of records to choose from; one that no record has stays chosen all the same. */
export function KindField({
  kinds,
  value,
  strings,
  ...field
}: FieldProps & { kinds: readonly string[]; strings: Strings }) {
  return (
    <Field {...field}>
      <select {...describeField(field.name, field.faults)}>
        <option value="">{strings.any}</option>
        {withChosen(kinds, value).map((kind) => (
          <option value={kind} selected={kind === value}>
            {nameKind(kind, strings) ?? kind}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** `values`, and `chosen` where it is not among them. */
export function withChosen(values: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || values.includes(chosen) ? values : [...values, chosen]
}

// ---------------------------------------------------------------------------

/** What is wrong with a field, between its label and itself. */
function FieldFault({ name, faults }: Pick<FieldProps, 'name' | 'faults'>) {
  if (faults[name] === undefined) return null
  return (
    <p class="fault" id={faultId(name)}>
      {faults[name]}
    </p>
  )
}

function faultId(name: string): string {
  return `${name}-fault`
}
