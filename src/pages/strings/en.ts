import type { Strings } from './zh-hans.ts'

export const english: Strings = {
  name: 'Lectern',
  nav: { label: 'Site', ask: 'Ask', records: 'Records', speakers: 'Speakers', embed: 'Embed' },
  languages: 'Language',
  promise: 'Every quote is word for word as the record has it, with its source. No text is generated here.',
  tagline: "Answers in the speakers' own words",
  intro:
    'Ask a question and get words quoted from the records, with their source. No text is generated here.',
  question: 'Question',
  placeholder: 'What would you like to know?',
  ask: 'Ask',
  filters: 'Filters',
  speaker: 'Speaker',
  kind: 'Kind of record',
  any: 'Any',
  from: 'From',
  to: 'To',
  answer: 'Answer',
  quotesFound: (quotes) => `${count(quotes, 'quote')} from the records`,
  repliedTo: 'In reply to',
  alsoIn: 'The same words also stand in',
  source: 'Original source',
  permalink: 'Read in the record',
  passage: 'Show the passage',
  exchange: 'Read question and replies',
  noAnswer: 'The records here do not answer this question',
  reasons: {
    'no-match': 'Not one passage has to do with the question.',
    'low-confidence': 'What was found is too far from the question to answer it.',
  },
  missing: (words) => `Nothing in the records mentions ${words.map((word) => `“${word}”`).join(', ')}.`,
  clippedBefore: 'Just before',
  clippedAfter: 'And just after',
  followUps: 'The records also answer',
  nearest: 'Nearest passages (not answers)',
  searched: (records, passages) => `Searched ${count(records, 'record')}, ${count(passages, 'passage')}`,
  dates: (from, to) => (from === to ? `dated ${from}` : `dated ${from} to ${to}`),
  turnKinds: { question: 'Question', reply: 'Reply', statement: 'Statement', narration: '' },
  recordKinds: {
    briefing: 'Briefing',
    article: 'Article',
    letter: 'Letter',
    statement: 'Statement',
    factsheet: 'Fact sheet',
    interview: 'Interview',
    meeting: 'Meeting',
  },
  newQuestion: 'Ask a question',
  api: 'API documentation',
  skip: 'Skip to content',
  problems: {
    'question-empty': 'Write a question first.',
    'question-too-long': 'The question is too long: shorten it to 2,000 characters.',
    'limit-invalid': 'The number of quotes must be a whole number from 1 to 20.',
    'filter-invalid':
      'A filter is not valid: dates must be real dates, and the first must not be after the last.',
    'url-too-long': 'The address is too long: shorten the question.',
    'not-found': 'There is no such page.',
    'record-unknown': 'There is no such record.',
    'index-unavailable': 'The index cannot be opened at the moment, and it has been logged. Try again later.',
    internal: 'Something went wrong here, and it has been logged. Try again later.',
  },
  problem: 'No answer',
}

// ---------------------------------------------------------------------------

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
