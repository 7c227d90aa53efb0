// Quotes to try `verify` with: altered ones that must be flagged, and true ones that are only written otherwise.
// Made from the records of an index, the same ones every time.
import { Converter } from 'opencc-js'

/** How many of each: alterations in all, and true quotes. */
export const trials = 200

/**
 * Verifies made quotes: `alterations` (a 不 dropped, a number changed, two sentences spliced, another speaker named)
 * and `trueQuotes` (other marks, script or width). Returns how many there were and those that went wrong.
 */
export async function tryQuotes(lectern) {
  const sentences = lectern.records.flatMap(toSentences)
  const random = createRandom(20261121)
  const alterations = makeAlterations(sentences, lectern, random)
  const trueQuotes = makeTrueQuotes(sentences, random)
  return {
    alterations: await run(lectern, alterations),
    trueQuotes: await run(lectern, trueQuotes),
  }
}

async function run(lectern, quotes) {
  const wrong = []
  for (const { request, kind, flag } of quotes) {
    const verification = await lectern.verify(request)
    const flags = verification.flags ?? []
    const isRight = verification.kind === kind && (flag === undefined || flags.join() === flag)
    if (!isRight) wrong.push({ request, expected: flag ?? kind, kind: verification.kind, flags })
  }
  return { tried: quotes.length, wrong }
}

// --- Sentences

/** Sentences that are long enough to be quoted, with their speakers. */
function toSentences({ id, text, turns }) {
  return turns.flatMap(({ span, speaker }, turn) =>
    [...text.slice(span.start, span.end).matchAll(/[^。！？\n]{14,160}[。！？][”」]?/gu)]
      .map(({ 0: sentence, index }) => ({ record: id, turn, speaker, start: index, text: sentence.trim() }))
      .filter((sentence) => /\p{Script=Han}/u.test(sentence.text)),
  )
}

// --- Alterations

function makeAlterations(sentences, lectern, random) {
  const quarter = trials / 4
  const dropped = sentences.flatMap((sentence) => dropNegations(sentence))
  const spoken = sentences.filter(({ speaker }) => speaker !== undefined)
  const made = [
    pick(dropped, quarter, random),
    pick(
      sentences.flatMap((sentence) => changeNumber(sentence, random)),
      quarter,
      random,
    ),
    pick(spoken, quarter, random).flatMap((sentence) => swapSpeaker(sentence, lectern, random)),
  ]
    .flat()
    .filter(({ request }) => !isHeld(lectern, request))
  while (made.length < trials) {
    const spliced = splice(sentences, random)
    if (!isHeld(lectern, spliced.request)) made.push(spliced)
  }
  return made
}

function dropNegations({ text }) {
  return [...text.matchAll(/(?<=(.))不(?!\1)/gu)].map(({ index }) => ({
    request: { quote: text.slice(0, index) + text.slice(index + 1) },
    kind: 'altered',
    flag: 'negation-dropped',
  }))
}

function changeNumber({ text }, random) {
  const digits = [...text.matchAll(/\d/gu)]
  if (digits.length === 0) return []
  const { 0: digit, index } = digits[Math.floor(random() * digits.length)]
  const other = String((Number(digit) + 1 + Math.floor(random() * 8)) % 10)
  const quote = text.slice(0, index) + other + text.slice(index + 1)
  return [{ request: { quote }, kind: 'altered', flag: 'number-changed' }]
}

function splice(sentences, random) {
  const first = sentences[Math.floor(random() * sentences.length)]
  const others = sentences.filter(({ record, turn, start }) => {
    const isNear = record === first.record && turn === first.turn && Math.abs(start - first.start) < 400
    return !isNear
  })
  const second = others[Math.floor(random() * others.length)]
  return { request: { quote: first.text + second.text }, kind: 'altered', flag: 'spliced' }
}

function swapSpeaker({ text, speaker }, { records }, random) {
  const names = [...new Set(records.flatMap(({ turns }) => turns.flatMap((turn) => turn.speaker ?? [])))]
  const others = names.filter((name) => toSimplified(name) !== toSimplified(speaker))
  if (others.length === 0) return []
  const other = others[Math.floor(random() * others.length)]
  return [{ request: { quote: text, speaker: other }, kind: 'altered', flag: 'other-speaker' }]
}

/** Whether the altered words stand in a record all the same, said by that speaker where one is named. */
function isHeld({ records }, { quote, speaker }) {
  const words = (text) =>
    toSimplified(text)
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}%.]/gu, '')
  return records.some(({ text, turns }) =>
    speaker === undefined
      ? words(text).includes(words(quote))
      : turns.some((turn) => {
          const said = text.slice(turn.span.start, turn.span.end)
          return turn.speaker === speaker && words(said).includes(words(quote))
        }),
  )
}

// --- True quotes

const scripts = [
  { from: 'cn', to: 't' },
  { from: 'cn', to: 'tw' },
  { from: 'cn', to: 'hk' },
  { from: 't', to: 'cn' },
]
const toSimplified = Converter({ from: 't', to: 'cn' })
const converters = scripts.map((script) => Converter(script))

const rewritings = [
  ...converters,
  toFullWidth,
  (text) => text.replace(/，/gu, ',').replace(/。/gu, '. ').replace(/[“”]/gu, '"').replace(/；/gu, ';'),
  (text) => text.replace(/[“”]/gu, (mark) => (mark === '“' ? '「' : '」')).replace(/[，。；、]/gu, ' '),
  (text) => `“${text.replace(/[。，、]$/u, '')}”`,
  (text) => text.toUpperCase().replace(/[—–]/gu, '-'),
  (text) => toFullWidth(converters[0](text)).replace(/[，。]/gu, '、'),
]

function toFullWidth(text) {
  return text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}

function makeTrueQuotes(sentences, random) {
  return Array.from({ length: trials }, (_, at) => {
    const { text } = sentences[Math.floor(random() * sentences.length)]
    return { request: { quote: rewritings[at % rewritings.length](text) }, kind: 'exact' }
  })
}

// --- Chance

function pick(things, count, random) {
  const left = [...things]
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

/** The same numbers in 0..1 for the same seed. */
function createRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
