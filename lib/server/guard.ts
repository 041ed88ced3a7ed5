import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that is turned away before anything looks at it. */
type Refusal = { readonly status: number; readonly title: string; readonly detail: string; readonly code: string }

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

const wrongHost: Refusal = {
  status: 421,
  code: 'WRONG_HOST',
  title: 'Weft does not answer under this name',
  detail: 'Weft answers under the name of its BASE_URL, and on this computer under http://localhost and http://127.0.0.1.',
}

const noActions: Refusal = {
  status: 400,
  code: 'NO_SERVER_ACTIONS',
  title: 'There are no server actions here',
  detail: 'Pages are read with GET. Use the API at /api/v1 to change something.',
}

const pageMethod: Refusal = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  title: 'Pages can only be read',
  detail: 'Pages are read with GET. Use the API at /api/v1 to change something.',
}

const badAddress: Refusal = {
  status: 400,
  code: 'BAD_ADDRESS',
  title: 'This address cannot be read',
  detail: 'The address holds a percent sign that begins no character in UTF-8. Correct the link, or begin at the first page.',
}

/** The result is used, because a bundler leaves out a call whose result is not. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path).length > 0
  } catch {
    return false
  }
}

/** Whether a request names this computer; a page of another site that was given our address by its name server does not. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopback.test(host)
}

/** Whether a path is answered by the API and not by a page. */
export function isApiPath(path: string): boolean {
  return path === '/healthz' || path === '/readyz' || path === '/metrics' || path === '/api' || path.startsWith('/api/')
}

/** The host of an address as browsers send it: without the port that its scheme has anyway. */
function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host
}

/**
 * Why a request is turned away; null where it may pass.
 *
 * @param baseUrl where browsers reach this server, beside this computer itself
 */
export function refusalOf(
  { headers, method = 'GET', url = '/' }: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  baseUrl: string | null = null,
): Refusal | null {
  const isOwn = baseUrl !== null && headers.host?.toLowerCase() === hostOf(baseUrl)
  if (!isOwn && !isLoopbackHost(headers.host)) return wrongHost
  const [path = ''] = url.split('?')
  if (isApiPath(path)) return null
  if (!isDecodable(path)) return badAddress
  if (headers['next-action'] !== undefined) return noActions
  return method === 'GET' || method === 'HEAD' ? null : pageMethod
}

/** Answers a refusal and ends the connection, unread body and all. */
export function refuse(response: ServerResponse, { status, title, detail, code }: Refusal): void {
  const body = JSON.stringify({ type: `/api/docs#${code}`, title, status, detail, code, errors: [] })
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store', connection: 'close' })
  response.end(body)
}
