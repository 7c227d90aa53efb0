import { askStyle } from './ask.ts'
import { baseStyle } from './base.ts'
import { listsStyle } from './lists.ts'
import { printStyle } from './print.ts'
import { quoteStyle } from './quote.ts'
import { recordStyle } from './record.ts'

/** The style sheet of the pages. System fonts only: nothing is loaded from anywhere. */
export const pageStyle = [baseStyle, askStyle, quoteStyle, recordStyle, listsStyle, printStyle].join('\n')
