import { lookup as systemLookup } from 'node:dns/promises'
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type AllowedHosts, isAllowedHost, isPublicAddress, refusalOfUrl } from './addresses.ts'

export type Resolved = { readonly address: string; readonly family: number }
export type Resolve = (host: string) => Promise<readonly Resolved[]>

/** How a request is sent to an address that somebody else has chosen. */
export type PostOptions = {
  readonly allowedHosts: AllowedHosts
  /** the addresses of a name; the system's resolver unless a test gives another */
  readonly resolve?: Resolve
  /** for the whole request, its name's resolution included */
  readonly timeoutMs?: number
}

export type Message = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** What came of it: the status of an answer, or why there is none. What the receiver wrote is read to its end or limit and thrown away. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'failed'; readonly reason: string }

export type Post = (message: Message) => Promise<Posted>

const defaultTimeoutMs = 10_000
const mostBytes = 64 * 1024

class Refused extends Error {}

const notPublic = 'the name leads to an address that is not on the public internet'

/**
 * Resolves inside the connection itself: what is checked is what is connected to, and no second answer of a resolver comes in between. One
 * closed address among several refuses all of them.
 */
function guardedLookup(resolve: Resolve, isTrusted: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (!first) return done(new Refused('the name has no address'), '', 0)
        if (!isTrusted && found.some(({ address }) => !isPublicAddress(address))) return done(new Refused(notPublic), '', 0)
        if (options.all) done(null, [...found])
        else done(null, first.address, first.family)
      },
      (error: unknown) => done(new Refused(`the name cannot be resolved (${codeOf(error)})`), '', 0),
    )
  }
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
  return typeof code === 'string' ? code : 'no reason given'
}

/** Why nothing came back, in words; the texts of libraries name addresses that a reader of the log need not know. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  if (error instanceof Error && error.name === 'TimeoutError') return 'there was no answer in time'
  const known: Record<string, string> = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was cut',
    ETIMEDOUT: 'there was no answer in time',
    EHOSTUNREACH: 'the host cannot be reached',
    ENETUNREACH: 'the network cannot be reached',
  }
  return known[codeOf(error)] ?? `the request failed (${codeOf(error)})`
}

function retryAfterOf({ headers }: IncomingMessage): number | null {
  const text = headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** Reads what the receiver wrote up to a limit, and throws it away; an answer that does not end is cut off. */
function drain(answer: IncomingMessage, request: ClientRequest): void {
  let size = 0
  answer.on('data', (chunk: Buffer) => {
    size += chunk.byteLength
    if (size > mostBytes) request.destroy()
  })
  answer.on('error', () => request.destroy())
}

/** The address that was connected to, once more: whatever chose it, it is the one that counts. */
function guardSocket(request: ClientRequest, isTrusted: boolean): void {
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
      if (!isTrusted && !isPublicAddress(address)) request.destroy(new Refused(notPublic))
    })
  })
}

/**
 * Makes the function by which this server writes to addresses that people give it: http and https only, ports 80 and 443, public addresses,
 * no redirect, ten seconds in all. Hosts that the operator has allowed may be anywhere.
 */
export function makePost({ allowedHosts, resolve = defaultResolve, timeoutMs = defaultTimeoutMs }: PostOptions): Post {
  return async ({ url: text, headers, body }) => {
    const url = URL.parse(text)
    const refusal = url ? refusalOfUrl(allowedHosts, url) : 'it is no address'
    if (!url || refusal !== null) return { kind: 'failed', reason: refusal ?? '' }
    const isTrusted = isAllowedHost(allowedHosts, url)
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      lookup: guardedLookup(resolve, isTrusted),
      signal: AbortSignal.timeout(timeoutMs),
    }
    return new Promise((settle) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      const request = send(url, options, (answer) => {
        drain(answer, request)
        settle({ kind: 'answered', status: answer.statusCode ?? 0, retryAfterSeconds: retryAfterOf(answer) })
      })
      guardSocket(request, isTrusted)
      request.on('error', (error) => settle({ kind: 'failed', reason: reasonOf(abortReason(options, error)) }))
      request.end(body)
    })
  }
}

/** An aborted request says only that it was; its signal knows why. */
function abortReason({ signal }: RequestOptions, error: Error): unknown {
  return signal?.aborted ? signal.reason : error
}

async function defaultResolve(host: string): Promise<readonly Resolved[]> {
  return systemLookup(host, { all: true })
}
