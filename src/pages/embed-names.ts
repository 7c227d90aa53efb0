/** Attributes of `<lectern-chat>`. */
export const attributes = [
  'src',
  'lang',
  'mode',
  'heading',
  'placeholder',
  'color-scheme',
  'speaker',
  'record',
  'kind',
  'from',
  'to',
] as const

/** Custom properties that a site sets on the element. */
export const properties = [
  '--lectern-ground',
  '--lectern-raised',
  '--lectern-ink',
  '--lectern-soft',
  '--lectern-line',
  '--lectern-accent',
  '--lectern-on-accent',
  '--lectern-mark',
  '--lectern-font',
  '--lectern-quote-font',
  '--lectern-font-size',
  '--lectern-radius',
  '--lectern-gap',
  '--lectern-panel-width',
  '--lectern-panel-height',
  '--lectern-z-index',
] as const

/** Names for `::part()`, by what they belong to. */
export const parts = {
  frame: ['root', 'launcher', 'panel', 'header', 'heading', 'clear', 'close'],
  conversation: ['intro', 'scope', 'log', 'exchange', 'question', 'searched', 'pending', 'status'],
  quote: [
    'answer-quote',
    'nearest-quote',
    'quote',
    'mark',
    'replied',
    'beside',
    'unfold',
    'citation',
    'speaker',
    'read',
    'source',
    'copy',
  ],
  outcome: ['rating', 'follow-ups', 'chip', 'abstention', 'nearest', 'problem', 'retry'],
  form: ['form', 'input', 'submit'],
} as const

export const events = ['lectern:answer', 'lectern:abstain', 'lectern:error'] as const

export type Attribute = (typeof attributes)[number]
export type Property = (typeof properties)[number]
export type PartGroup = keyof typeof parts
export type EventName = (typeof events)[number]
