/** Lectern as a library: what the commands and the HTTP app are made of. Runs in any runtime but for `lectern/node`. */
export type {
  Abstention,
  AbstentionReason,
  Answer,
  Citation,
  Clipped,
  Effect,
  Explanation,
  FollowUp,
  Outcome,
  Quote,
  Searched,
  TermFound,
} from './answer/answer.ts'
export {
  type CitationStyle,
  citationStyles,
  citeAs,
} from './answer/cite-as/cite-as.ts'
export type { CitedSource } from './answer/cite-as/cited-source.ts'
export { createLectern, type LecternOptions, maxLimit, maxQuestionLength } from './answer/create-lectern.ts'
export type { AskRequest, IndexCounts, Lectern, Prepared } from './answer/lectern.ts'
export { permalink, toReadLink } from './answer/permalink.ts'
export type {
  Alteration,
  Altered,
  Cut,
  DiffRun,
  Exact,
  NotFound,
  Place,
  Variant,
  Verification,
  VerifyRequest,
} from './answer/verification.ts'
export { maxQuoteLength } from './answer/verify/verify.ts'
export { isLecternError, LecternError } from './errors.ts'
export { type AnswerStore, createMemoryStore, type KeptAnswer } from './http/answer-store.ts'
export { type AppOptions, createApp } from './http/app.ts'
export { type Asset, type AssetName, type Assets, assetTypes } from './http/assets.ts'
export { type MarkdownOptions, toMarkdown } from './record/markdown.ts'
export type { Passage } from './record/passage.ts'
export { cutPassages, passageLength } from './record/passages.ts'
export type {
  Exchange,
  LecternRecord,
  Person,
  Repair,
  RepairKind,
  Section,
  Turn,
  TurnKind,
} from './record/record.ts'
export { type BuildOptions, buildIndex, type IndexFiles } from './search/build.ts'
export { chooseRetriever, miniSearchPassages, type RetrieverChoice } from './search/choose-retriever.ts'
export type { Filters } from './search/filters.ts'
export type { LecternIndex, Passages } from './search/lectern-index.ts'
export { type RetrieverName, retrieverNames } from './search/manifest.ts'
export { openIndex, type ReadFile } from './search/open.ts'
export type { Query } from './search/query.ts'
export type { Hit, RetrieveOptions, Retriever } from './search/retriever.ts'
export { createD1Store, type D1Binding, type D1Result, type D1Statement } from './store/d1-store.ts'
export type { StoreOptions } from './store/sql-store.ts'
export type {
  KeptQuestion,
  NearestPassage,
  QuestionFilter,
  QuestionSummary,
  Store,
  Vote,
  VoteKind,
} from './store/store.ts'
export { readVote, type SignedVote, signVote } from './store/vote-token.ts'
export { type Analyzer, createAnalyzer, type Token } from './text/analyze.ts'
export { fold } from './text/fold.ts'
export { createLexicon, type Lexicon } from './text/lexicon.ts'
export { findSentences } from './text/sentence.ts'
export type { Span } from './text/span.ts'
export { parseSynonyms, type SynonymFault } from './text/synonym-file.ts'
export { createSynonyms, type SynonymGroup, type Synonyms } from './text/synonyms.ts'
