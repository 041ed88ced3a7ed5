import { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'

const connectionByRequest = new WeakMap<Request, ServerResponse>()

/** Notes the connection that a request came over, for answers that are written to it as they come. */
export function noteConnection(request: Request, outgoing: ServerResponse | Http2ServerResponse): void {
  if (outgoing instanceof ServerResponse) connectionByRequest.set(request, outgoing)
}

/** The connection to answer on with a body that has no end; null where there is none, or where only the head is wanted. */
export function connectionOf(request: Request): ServerResponse | null {
  return request.method === 'GET' ? (connectionByRequest.get(request) ?? null) : null
}
