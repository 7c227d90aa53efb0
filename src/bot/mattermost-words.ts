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

/** Full stops, but those that end a word or stand in a number: no list begins with them, and no address has them. */
const stop = /\.(?<!(?:[\p{L}”’"')]\.(?=\s|$)|(?<![a-zA-Z\d.])\d+\.(?=\d)))/u
/** Hyphens, but those between digits, as in dates. */
const hyphen = /-(?<!\d-(?=\d))/u
/** All other ASCII signs but `, ' " ? %`; what Mattermost takes for spaces or ends of lines; a space that heads one. */
const other = /[!#$&()*+/:;<=>@[\]\\^_`{|}~\t\r\v\f\u0085\u00a0\u2028\u2029\u2424]|^ /mu

const special = new RegExp([stop, hyphen, other].map(({ source }) => source).join('|'), 'gmu')
