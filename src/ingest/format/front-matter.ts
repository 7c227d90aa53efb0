import type { Repair } from '../../record/record.ts'
import type { Metadata, Warning } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { metadataKeys, parseYamlMetadata } from './yaml-metadata.ts'

/** A text without its front matter. Line numbers stay: empty lines stand where the front matter stood. */
export interface FrontMatter {
  body: string
  metadata: Metadata
  repairs: Repair[]
  warnings: Warning[]
}

/**
 * Takes the YAML between `---` lines off the head of a text. A block that does not parse is dropped with a
 * repair and a warning; a `---` above prose is a mere rule, and the text stays as it is.
 */
export function takeFrontMatter(text: string, file: string): FrontMatter {
  const block = /^---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, longestBlock))
  const yaml = block?.[1]
  if (block === null || yaml === undefined || !looksLikeMetadata(yaml)) {
    return { body: text, metadata: {}, repairs: [], warnings: [] }
  }
  const { metadata, warnings, invalid } = parseYamlMetadata(yaml, { file, firstLine: 2 })
  const lines = block[0].split('\n').length - 1
  return {
    body: '\n'.repeat(lines) + text.slice(block[0].length),
    metadata,
    repairs: invalid ? [createRepair('markup', block[0].trimEnd(), { line: 1 })] : [],
    warnings,
  }
}

const longestBlock = 65_536
const knownKey = new RegExp(`^["']?(?:${metadataKeys.join('|')})["']?\\s*:`, 'm')

function looksLikeMetadata(yaml: string): boolean {
  return yaml.trim() === '' || knownKey.test(yaml) || /^[\w-]+:(?:\s|$)/.test(yaml)
}
