import { ApiError, problemOf } from '../../contract/error.ts'

const cookieName = 'weft_actor'
const known = /(?:^|;\s*)weft_actor=(actor_[0-9a-f-]{36}|cli)(?:;|$)/

/** Who asks: the browser's own id, the command line, or a script; and the cookie that a new browser gets. */
export function actorOf(headers: Headers, uuid: () => string): { actor: string; setCookie: string | null } {
  const actor = known.exec(headers.get('cookie') ?? '')?.[1]
  if (actor) return { actor, setCookie: null }
  if (!headers.has('sec-fetch-site')) return { actor: 'api', setCookie: null }
  const fresh = `actor_${uuid()}`
  return { actor: fresh, setCookie: `${cookieName}=${fresh}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000` }
}

function isSameOrigin(headers: Headers, url: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return site !== null || !headers.has('cookie')
  const host = headers.get('host') ?? new URL(url).host
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Refuses a write that another site's page makes in a visitor's browser. Scripts send neither cookie nor Origin. */
export function refuseCrossSite(request: Request): void {
  if (isSameOrigin(request.headers, request.url)) return
  throw new ApiError(
    problemOf('CROSS_SITE', 'This write comes from another site, or a cookie came without an Origin. Send it from this site, or without cookies'),
  )
}
