/**
 * Words as Mattermost's Markdown, in which nothing is markup: every ASCII sign that could begin any is written as a
 * character reference. A backslash would not do: it keeps Markdown away, and hashtags, emoji and addresses are looked
 * for afterwards.
 *
 * One thing survives that: the server undoes references before it looks for mentions, and `@all` calls people. So an
 * invisible sign, the word joiner, stands behind each `@`, and parts it from the name.
 */
export function escapeMattermost(text: string): string {
  return text.replace(special, (sign) => `&#${sign.codePointAt(0)};${sign === '@' ? joiner : ''}`)
}

/** Words as a quotation: each of their lines is one. */
export function quoteMattermost(text: string): string {
  return escapeMattermost(text).replace(/^/gmu, '> ')
}

// ---------------------------------------------------------------------------

const joiner = '\u2060'

/**
 * A space at the head of a line; a full stop that ends no word, and so may begin a list or belong to an address; all
 * other ASCII signs but `, ' " ? %`; and what Mattermost takes for spaces or ends of lines.
 */
const special =
  /^ |(?<![\p{L}”’"')])\.|\.(?!\s|$)|[!#$&()*+\-/:;<=>@[\]\\^_`{|}~\t\r\v\f\u0085\u00a0\u2028\u2029\u2424]/gmu
