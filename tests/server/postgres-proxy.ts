import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What happens to the next COMMIT of a transaction that told something: it gets through or not, and its answer does not. */
export type CommitFault = 'cut before it arrives' | 'cut before the answer' | 'silent before it arrives' | 'silent before the answer'

/** A line to PostgreSQL that can be disturbed in every way that lines are. */
export type FaultyLine = {
  /** the address of a database, by way of the proxy */
  readonly through: (databaseUrl: string) => string
  /** breaks every connection that there is */
  readonly cut: () => void
  /** lets nobody connect; or lets them again */
  readonly refuse: (isRefusing: boolean) => void
  /** every connection that there is carries nothing any more, and nobody is told */
  readonly freeze: () => void
  /** what is carried arrives so much later */
  readonly delay: (ms: number) => void
  /** new connections lead to another server */
  readonly leadTo: (port: number) => void
  /** @param sign what the transaction has sent before, so that it is meant. @returns once it has happened */
  readonly onCommit: (fault: CommitFault, sign?: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Line = { readonly client: Socket; readonly server: Socket; isFrozen: boolean; sent: string }

/** Guaranteed by `listen` on a port. */
function portOf(address: AddressInfo | string | null): number {
  return (address as AddressInfo).port
}

export async function startProxy(targetPort: number): Promise<FaultyLine> {
  const lines = new Set<Line>()
  let [port, isRefusing, delayMs] = [targetPort, false, 0]
  const carry = (to: Socket, data: Buffer) => (delayMs === 0 ? to.write(data) : setTimeout(() => to.write(data), delayMs))
  let waiting: { readonly fault: CommitFault; readonly happened: () => void; readonly sign: string } | null = null
  const end = (line: Line) => {
    lines.delete(line)
    for (const socket of [line.client, line.server]) socket.destroy()
  }
  const disturb = (line: Line, data: Buffer, { fault, happened }: NonNullable<typeof waiting>) => {
    waiting = null
    const stop = () => {
      line.isFrozen = true
      if (fault.startsWith('cut')) end(line)
      happened()
    }
    if (fault.endsWith('arrives')) return stop()
    line.server.removeAllListeners('data').once('data', stop)
    line.server.write(data)
  }
  const open = (client: Socket) => {
    if (isRefusing) return client.destroy()
    const server = connect(port, '127.0.0.1')
    const line: Line = { client, server, isFrozen: false, sent: '' }
    lines.add(line)
    client.on('data', (data) => {
      if (line.isFrozen) return
      const text = data.toString('latin1')
      line.sent = text.includes('BEGIN') ? text : line.sent + text
      if (waiting && line.sent.includes(waiting.sign) && text.includes('COMMIT\0')) disturb(line, data, waiting)
      else carry(server, data)
    })
    server.on('data', (data) => !line.isFrozen && carry(client, data))
    for (const socket of [client, server]) {
      socket.on('error', () => end(line))
      socket.on('close', () => !line.isFrozen && end(line))
    }
  }
  const listening = createServer(open).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const own = portOf(listening.address())
  const all = () => [...lines]
  return {
    through: (url) => Object.assign(new URL(url), { port: String(own) }).href,
    cut: () => all().forEach(end),
    refuse: (isNow) => {
      isRefusing = isNow
    },
    freeze: () => {
      for (const line of lines) line.isFrozen = true
    },
    delay: (ms) => {
      delayMs = ms
    },
    leadTo: (next) => {
      port = next
    },
    onCommit: (fault, sign = 'pg_notify(') =>
      new Promise((happened) => {
        waiting = { fault, happened, sign }
      }),
    close: async () => {
      all().forEach(end)
      await new Promise((resolve) => listening.close(resolve))
    },
  }
}
