import type { Hono } from 'hono'
import type { Served } from '../../context.ts'
import { mountAskPage } from './ask.ts'
import { mountEmbedPage } from './embed.ts'
import { mountFiles } from './files.ts'
import { mountLists } from './lists.ts'
import { mountRecordPage } from './record.ts'

/** The pages for people. They work without JavaScript. */
export function mountPages(app: Hono, served: Served): void {
  mountAskPage(app, served)
  mountRecordPage(app, served)
  mountLists(app, served)
  if (served.assets) mountEmbedPage(app, served)
  mountFiles(app, served)
}
