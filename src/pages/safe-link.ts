/** An address that a link may lead to: http or https only. */
export function safeLink(source: string | undefined): string | undefined {
  return source !== undefined && /^https?:\/\//iu.test(source) ? source : undefined
}
