import type { Context, Hono } from 'hono'
import { favicon } from '../../../pages/favicon.ts'
import { pageStyle } from '../../../pages/style/style.ts'
import type { AssetName } from '../../assets.ts'
import type { Served } from '../../context.ts'
import { revalidation } from '../../middleware/revalidation.ts'

/** What pages load: the style sheet, the icon and the scripts. */
export function mountFiles(app: Hono, { assets }: Served): void {
  app.get('/style.css', ...revalidation(), (c) => send(c, pageStyle, 'text/css; charset=utf-8'))
  app.get('/favicon.svg', ...revalidation(), (c) => send(c, favicon, 'image/svg+xml'))
  if (!assets) return
  const sendAsset = async (c: Context, name: AssetName) => {
    const asset = await assets.read(name)
    return asset ? send(c, asset.body, asset.type) : c.notFound()
  }
  app.get('/page.js', ...revalidation(), (c) => sendAsset(c, 'page.js'))
  // Any site may load the widget; which sites may ask is for `corsOrigins` to say.
  app.get('/widget.js', ...revalidation(), (c) => {
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', 'public, max-age=600')
    return sendAsset(c, 'widget.js')
  })
}

// ---------------------------------------------------------------------------

function send(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return c.body(body, 200, { 'Content-Type': type })
}
