import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }

/** What a receiver does with a delivery. */
export type Mood =
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** takes the request and never answers */
  | { readonly kind: 'hang' }
  /** answers well, and then writes for ever */
  | { readonly kind: 'slowBody' }
  /** cuts the connection */
  | { readonly kind: 'cut' }

export type Receiver = {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  readonly setMood: (mood: Mood) => void
  /** waits until so many deliveries have come */
  readonly until: (count: number) => Promise<void>
  readonly close: () => Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function react(mood: Mood, request: IncomingMessage, response: ServerResponse): void {
  if (mood.kind === 'hang') return
  if (mood.kind === 'cut') return void request.socket.destroy()
  if (mood.kind === 'answer') return void response.writeHead(mood.status, mood.headers).end('the receiver says something secret')
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'.repeat(8_192)), 2)
  response.once('close', () => clearInterval(timer))
}

/** A server of a test's own that takes deliveries. */
export async function startReceiver(host = '127.0.0.1'): Promise<Receiver> {
  const received: Received[] = []
  let mood: Mood = { kind: 'answer', status: 204 }
  let wake: () => void = () => undefined
  const server = createServer(async (request, response) => {
    try {
      const body = await bodyOf(request)
      received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      react(mood, request, response)
      wake()
    } catch {
      response.destroy()
    }
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = addressOf(server.address())
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received,
    setMood: (next) => {
      mood = next
    },
    until: async (count) => {
      while (received.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Guaranteed by `listen` on a host and a port: the address is no path. */
function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>): AddressInfo {
  return address as AddressInfo
}
