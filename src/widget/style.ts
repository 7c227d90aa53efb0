import { frameStyle } from './style-frame.ts'
import { mediaStyle } from './style-media.ts'
import { textStyle } from './style-text.ts'

/**
 * The looks of `<lectern-chat>`. A site sets them on the element from its own style sheet, with custom properties:
 *
 * - colours, each for light and dark alike: `--lectern-ground`, `--lectern-raised` (header, abstentions),
 *   `--lectern-ink`, `--lectern-soft` (less weighty words), `--lectern-line`, `--lectern-accent`,
 *   `--lectern-on-accent` (words on it), `--lectern-mark` (behind highlights);
 * - type: `--lectern-font`, `--lectern-quote-font`, `--lectern-font-size`;
 * - measures: `--lectern-radius`, `--lectern-gap` (from the edges of the window), `--lectern-panel-width`,
 *   `--lectern-panel-height`, `--lectern-z-index`;
 *
 * and with `::part()`: `root`, `launcher`, `panel`, `header`, `heading`, `clear`, `close`, `intro`, `scope`, `log`,
 * `exchange`, `question`, `answer-quote`, `nearest-quote`, `quote`, `mark`, `replied`, `beside`, `unfold`,
 * `citation`, `speaker`, `read`, `source`, `copy`, `rating`, `follow-ups`, `chip`, `abstention`, `nearest`,
 * `searched`, `pending`, `problem`, `retry`, `status`, `form`, `input`, `submit`.
 */
export const widgetStyle = `${frameStyle}${textStyle}${mediaStyle}`

/** Gives a shadow tree its style sheet: a constructed one, which no content security policy stands against. */
export function adoptStyle(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(widgetStyle)
  shadow.adoptedStyleSheets = [sheet]
}
