import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { nonceHeader, pathHeader } from '../contract/handle.ts'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/** For answers that are no pages: nothing in them may run or be framed. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** In development React evaluates text, and Next's page talks to its server over a web socket. */
function pagePolicy(nonce: string, isDev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers that only this server may set on a request; from outside they would steer Next. */
const inner = [
  nonceHeader,
  pathHeader,
  'content-security-policy',
  'content-security-policy-report-only',
  'x-middleware-subrequest',
  'x-middleware-prefetch',
]

/** A year: a browser that was here by https comes back by https only. */
const strictTransport = 'max-age=31536000'

export function protect(response: ServerResponse, isSecure = false): void {
  if (isSecure) response.setHeader('strict-transport-security', strictTransport)
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value)
  response.setHeader('content-security-policy', dataPolicy)
}

/** The address without what Next's own router adds to it. */
function pathOf(url: string): string {
  const [path = '/', query = ''] = url.split('?')
  const kept = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('_rsc='))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path
}

/** Gives a page its own nonce: Next reads it from the policy on the request, the root layout from its own header. */
export function protectPage(request: IncomingMessage, response: ServerResponse, isDev: boolean): void {
  for (const name of inner) delete request.headers[name]
  const nonce = randomBytes(16).toString('base64')
  const policy = pagePolicy(nonce, isDev)
  request.headers['content-security-policy'] = policy
  request.headers[nonceHeader] = nonce
  request.headers[pathHeader] = pathOf(request.url ?? '/')
  response.setHeader('content-security-policy', policy)
  // The address of a shared view, or of a session for guests, is the key to it: it is told to nobody.
  if (/^\/(?:share|join)\//.test(request.url ?? '')) response.setHeader('referrer-policy', 'no-referrer')
}
