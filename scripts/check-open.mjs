// Checks that need the open evaluation sets: `npm run check:open`, or with their folder in LECTERN_OPEN.
// Runs what `npm run build` made. Prints every figure beside what is asked for; exits 1 if one falls short.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import jieba from 'nodejieba'
import { toRecord } from '../dist/eval/records.js'
import { buildIndex, createLectern, openIndex } from '../dist/index.js'
import { buildLexicon, openIndexFolder } from '../dist/node.js'
import { parseQuery } from '../dist/search/query.js'
import { tryQuotes } from './quote-trials.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const open = resolve(root, process.env.LECTERN_OPEN ?? '../shared')
const command = join(root, 'dist/cli/main.js')
const scratch = mkdtempSync(join(tmpdir(), 'lectern-open-'))
const outcomes = []

function check(name, holds, figure) {
  outcomes.push(holds)
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${name}: ${figure}`)
}

function lectern(...args) {
  const output = execFileSync(process.execPath, [command, ...args, '--json'], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(output)
}

function isVerbatim(records, { text, citation }) {
  const record = records.find(({ id }) => id === citation.record)
  const { start, end } = citation.span
  const version = createHash('sha256')
    .update(record?.text ?? '')
    .digest('hex')
  return record?.text.slice(start, end) === text && version === citation.version
}

const quotesOf = (outcome) => (outcome.kind === 'answer' ? outcome.quotes : outcome.nearest)

// --- The five documents that the project started from

const furniture = /展开全文|评论|評論|打開|APP|记者 张立 周伟 摄|bookmark:|\(jié\)/u
const seedQuestions = [
  {
    question: '天津和上合组织国家结成了多少对友城？',
    text: /20对/,
    speaker: /^(?:栾建章|王旭)$/,
    date: '2025-08-29',
  },
  { question: '2024年天津对上合组织国家的进出口额是多少', text: /895亿元/, speaker: /^王旭$/ },
  { question: '从高校选拔了多少名志愿者', text: /998名/ },
  { question: '青岛在上合组织国家有几个友城', text: /12個國家的15個城市/ },
  { question: '谁倡议设立上合组织科技之都', text: /拉希德·阿利莫夫/ },
  { question: '天津与友城在教育领域怎么合作', text: /在教育领域/ },
  { question: '上合组织国家眼科联盟由谁发起', text: /天津医科大学/, title: /眼科联盟/ },
  { question: '北京冬奥会有多少名运动员' },
]

async function checkSeeds() {
  const corpus = join(open, 'seeds')
  const index = join(scratch, 'seeds')
  const report = lectern('index', '--corpus', corpus, '--index', index)
  check('seeds are indexed', report.records >= 5, `${report.records} records, ${report.passages} passages`)
  const { records } = await openIndexFolder(index)
  const asked = createLectern(await openIndexFolder(index))
  for (const { question, text, speaker, title, date } of seedQuestions) {
    const outcome = lectern('ask', question, '--index', index)
    const [first] = quotesOf(outcome)
    const holds = text
      ? outcome.kind === 'answer' &&
        text.test(first.text) &&
        (!speaker ||
          (speaker.test(first.citation.speaker?.name ?? '') && Boolean(first.citation.speaker.role))) &&
        (!title || title.test(first.citation.title)) &&
        (!date || first.citation.date === date)
      : outcome.kind === 'abstention'
    check(question, holds, text ? `${first?.citation.speaker?.name ?? '-'}: ${first?.text}` : outcome.kind)
    const all = quotesOf(await asked.ask({ question, limit: 20 }))
    const clean = all.every((quote) => isVerbatim(records, quote) && !furniture.test(quote.text))
    check('  its quotes are verbatim and without furniture', clean, `${all.length} quotes`)
  }
}

// --- Quotes of the five documents, altered and true

async function checkVerify() {
  const lectern = createLectern(await openIndexFolder(join(scratch, 'seeds')))
  const { alterations, trueQuotes } = await tryQuotes(lectern)
  const expected = [
    ['200 alterations are flagged right, at least 95%', alterations, 0.95],
    ['200 true quotes in other marks, scripts and widths are exact, at least 99%', trueQuotes, 0.99],
  ]
  for (const [name, { tried, wrong }, least] of expected) {
    check(name, tried === 200 && 1 - wrong.length / tried >= least, `${tried - wrong.length} of ${tried}`)
    for (const { request, expected: flag, kind, flags } of wrong)
      console.log(`     ${flag}, not ${kind} ${flags.join()}: ${request.quote} ${request.speaker ?? ''}`)
  }
}

// --- The evaluation sets

/** What is asked of each set: figures of `lectern eval`, at least. A question's median time, at most, of all. */
const least = {
  'cmrc2018-dev': { recallAt1: 0.98, quoteHitAt1: 0.85 },
  'drcd-dev': { recallAt1: 0.955, quoteHitAt1: 0.93 },
  'xquad-zh': { recallAt1: 0.94, quoteHitAt1: 0.89 },
  'xquad-en': { recallAt1: 0.93 },
  'xquad-ru': { recallAt1: 0.85 },
  'abstain-dev': { 'abstention.auroc': 0.985, 'abstention.coverageAt5pctFalse': 0.93 },
}
const mostMedian = 10

function checkSets() {
  const data = join(open, 'data')
  const sets = readdirSync(data).filter((name) => existsSync(join(data, name, 'questions.jsonl')))
  for (const name of sets) {
    const begun = performance.now()
    const report = lectern('eval', '--dataset', join(data, name))
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`     ${name}, ${seconds} s: ${JSON.stringify(report)}`)
    for (const [figure, bound] of Object.entries(least[name] ?? {})) {
      const value = figure.split('.').reduce((part, key) => part[key], report)
      check(`${name} ${figure} at least ${bound}`, value >= bound, value)
    }
    check(
      `${name} median question under ${mostMedian} ms`,
      report.latencyMs.p50 < mostMedian,
      report.latencyMs.p50,
    )
    check(`${name} quotes are slices of the version that they name`, report.verbatim === 1, report.verbatim)
  }
}

// --- The image against MiniSearch: the same passages, in the same order, with the same scores, and the same answers

async function checkImage() {
  const data = join(open, 'data')
  for (const name of readdirSync(data).filter((name) => existsSync(join(data, name, 'questions.jsonl')))) {
    const { passages, questions } = readSet(join(data, name))
    const records = await Promise.all(passages.map(toRecord))
    const lexicon = buildLexicon(records)
    const [reference, frozen] = await Promise.all(
      ['minisearch', 'frozen'].map(async (retriever) => {
        const { files } = await buildIndex(records, { lexicon, retriever })
        return openIndex(async (file) => files.get(file))
      }),
    )
    let unequal = 0
    let furthest = 0
    for (const { question } of questions) {
      const [expected, found] = await Promise.all(
        [reference, frozen].map((index) =>
          index.retriever.retrieve(parseQuery(question, index), { limit: 100 }),
        ),
      )
      if (
        JSON.stringify(expected.map(({ passage }) => passage)) !==
        JSON.stringify(found.map(({ passage }) => passage))
      )
        unequal++
      for (const [at, { score }] of expected.entries())
        furthest = Math.max(furthest, Math.abs(score - (found[at]?.score ?? 0)))
    }
    const figure = `${unequal} of ${questions.length} questions otherwise, scores at most ${furthest} apart`
    check(
      `${name} is found through the image as through MiniSearch`,
      unequal === 0 && furthest <= 1e-9,
      figure,
    )
    const [one, other] = ['minisearch', 'frozen'].map((retriever) => tellResults(join(data, name), retriever))
    const same = one.filter((line, at) => line === other[at]).length
    check(
      `${name} is answered through the image as through MiniSearch`,
      same === questions.length,
      `${same} of ${questions.length} alike`,
    )
  }
}

/** What became of each question, but for the time that it took. */
function tellResults(dataset, retriever) {
  const out = join(scratch, `${retriever}.jsonl`)
  lectern('eval', '--dataset', dataset, '--retriever', retriever, '--out', out)
  return readLines(out).map(({ latencyMs, ...result }) => JSON.stringify(result))
}

function readSet(dir) {
  return {
    passages: readLines(join(dir, 'passages.jsonl')),
    questions: readLines(join(dir, 'questions.jsonl')),
  }
}

function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

// --- A corpus of 248 transcripts, against nodejieba and MiniSearch alone over the same text

async function checkTranscripts() {
  const index = join(scratch, 'transcripts')
  const { report } = indexTranscripts(index)
  const unread = report.warnings.filter(({ code }) => code !== 'metadata-missing')
  check(
    '248 transcripts are indexed',
    report.records === 248 && unread.length === 0,
    `${report.passages} passages, ${report.terms} terms`,
  )
  const { records, passages } = await openIndexFolder(index)
  const texts = [...passages].map(({ record, span }) => records[record].text.slice(span.start, span.end))
  // Machines are shared: what a neighbour slowed down is measured again, three times at most.
  const ratios = []
  do {
    const { seconds } = indexTranscripts(index)
    const alone = secondsAlone(texts)
    ratios.push(seconds / alone)
    console.log(`     ${seconds.toFixed(1)} s against ${alone.toFixed(1)} s alone`)
  } while (ratios.length < 3 && Math.min(...ratios) > 2)
  check(
    'in at most twice the time of nodejieba and MiniSearch alone',
    Math.min(...ratios) <= 2,
    ratios.map((ratio) => `${ratio.toFixed(2)} times`).join(', '),
  )
}

function indexTranscripts(index) {
  const begun = performance.now()
  const corpus = join(open, 'data/moda-transcripts')
  const report = lectern('index', '--corpus', corpus, '--index', index)
  return { report, seconds: (performance.now() - begun) / 1000 }
}

function secondsAlone(texts) {
  const begun = performance.now()
  const miniSearch = new MiniSearch({
    fields: ['text'],
    tokenize: (text) => jieba.cut(text, true),
    processTerm: (term) => term.trim() || null,
  })
  texts.forEach((text, id) => {
    miniSearch.add({ id, text })
  })
  JSON.stringify(miniSearch)
  return (performance.now() - begun) / 1000
}

// --- What the bots make of the words of the transcripts: the hardest ones to show, and all that is asked in them

function checkBots() {
  const script = join(root, 'scripts/check-bots/main.ts')
  const args = [join(root, 'scripts/run-ts.mjs'), script, join(scratch, 'transcripts')]
  const printed = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for (const line of printed.trim().split('\n')) {
    const { name, holds, figure, faults } = JSON.parse(line)
    check(`${name} shows words unchanged, or a link to them, within its limits`, holds, figure)
    for (const fault of faults) console.log(`     ${fault}`)
  }
}

if (!existsSync(join(open, 'data'))) {
  console.error(`The evaluation sets are not at ${open}: name their folder in LECTERN_OPEN.`)
  process.exit(1)
}
try {
  await checkSeeds()
  await checkVerify()
  checkSets()
  await checkImage()
  await checkTranscripts()
  checkBots()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
const failed = outcomes.filter((holds) => !holds).length
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
