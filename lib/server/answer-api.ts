import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { makeAddressReader, noteAddress } from './client-address.ts'
import type { Config } from './config.ts'
import { noteConnection } from './connection.ts'
import { followTrace } from './operation/trace.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** An answer that writes to its connection by itself has begun there: then the adapter has nothing left to do. */
function unlessBegun({ headersSent }: (HttpBindings | Http2Bindings)['outgoing'], response: Response): Response {
  return headersSent ? RESPONSE_ALREADY_SENT : response
}

/** Answers Node's requests by the API, which learns of each where it comes from, the connection to answer on, and under which id it is followed. */
export function answerByApi(
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
  answer: Fetch,
): (request: IncomingMessage, response: ServerResponse) => unknown {
  const addressFrom = makeAddressReader(trustedProxies)
  const noted = (request: Request, { incoming, outgoing }: HttpBindings | Http2Bindings) => {
    noteConnection(request, outgoing)
    noteAddress(request, addressFrom(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for')))
    followTrace(incoming, request)
    const answered = answer(request)
    return answered instanceof Promise ? answered.then((response) => unlessBegun(outgoing, response)) : answered
  }
  // The adapter's own Response writes plain bodies without a stream, several times as fast as the global one.
  return getRequestListener(noted, { overrideGlobalObjects: true })
}
