import { decodeEntities } from './entities.ts'

/** What people typed, without the signs for people and channels; addresses as they read. */
export function readSlackWords(text: string): string {
  const bare = text
    .replace(/<[@#!][^>]*>/gu, ' ')
    .replace(
      /<(?<address>[^|>]+)(?:\|(?<label>[^>]*))?>/gu,
      (_, address: string, label?: string) => label || address,
    )
  return decodeEntities(bare).replace(/\s+/gu, ' ').trim()
}
