import { ApiError, problemOf } from '../../contract/error.ts'
import type { Principal } from '../access/principal.ts'
import { localHeader } from '../auth/local-secret.ts'

function isSameOrigin(headers: Headers, url: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return site !== null || !headers.has('cookie')
  const host = headers.get('host') ?? new URL(url).host
  return URL.canParse(origin) && new URL(origin).host === host
}

/** A program names itself by a header that no page of another site can set; a browser's cookie comes by itself. */
function namesItself({ headers }: Request, { kind }: Principal): boolean {
  return kind === 'token' || (kind === 'local' && headers.has(localHeader))
}

/** Refuses a write that another site's page makes in a visitor's browser. Scripts send a token, or neither cookie nor Origin. */
export function refuseCrossSite(request: Request, principal: Principal = { kind: 'anonymous' }): void {
  if (namesItself(request, principal) || isSameOrigin(request.headers, request.url)) return
  throw new ApiError(
    problemOf('CROSS_SITE', 'This write comes from another site, or a cookie came without an Origin. Send it from this site, or without cookies'),
  )
}
