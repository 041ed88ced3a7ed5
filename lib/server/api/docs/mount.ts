import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { openApiDocument } from '../../../contract/openapi.ts'
import { docsPage } from './page.ts'

function policy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`
}

/** The document of the API and the page to read and try it. */
export function mountDocs(app: Hono): void {
  app.get('/api/v1/openapi.json', (context) => context.json(openApiDocument(), 200, { 'cache-control': 'no-cache' }))
  app.get('/api/docs', async (context) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = {
      'content-security-policy': policy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    }
    return context.html(await docsPage(nonce), 200, headers)
  })
}
