import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { makeTrust } from '../client-address.ts'

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/

/**
 * Gives each request an id, so that a line of the log can be found by what an answer says. That of a trusted proxy is taken over, if it is 8
 * to 128 letters, digits, dots, underscores or hyphens; anybody else could write what he likes into the log.
 */
export function makeRequestIds(trustedProxies: readonly string[]): (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string {
  const isTrusted = makeTrust(trustedProxies)
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    return typeof given === 'string' && wellFormed.test(given) && isTrusted(socket.remoteAddress) ? given : randomUUID()
  }
}
