import { html } from 'hono/html'

/** Swagger UI's own files that the page loads. */
export const docsFiles = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const

/** The page that shows `/openapi.json`. Everything that it loads comes from this server. */
export function renderDocsPage() {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lectern API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/docs/docs.css" />
  </head>
  <body>
    <noscript>This page needs JavaScript. <a href="/openapi.json">/openapi.json</a> does not.</noscript>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/init.js"></script>
  </body>
</html>`
}

/** Starts Swagger UI. A file of its own, since the page allows no inline script. */
export const docsScript = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
})
`

export const docsStyle = `body { margin: 0; background: #fff; }
noscript { display: block; padding: 2rem; font-family: system-ui, sans-serif; }
`
