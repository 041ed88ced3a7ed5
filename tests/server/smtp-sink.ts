import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A mail as it came in. */
export type SunkMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly headers: ReadonlyMap<string, string> }

/** What the sink does with the next mails: take them, refuse them by name, or break off while it has the text. */
export type SinkMood = 'take' | 'refuse' | 'breakOff'

export type SmtpSink = {
  readonly url: string
  readonly mails: SunkMail[]
  readonly setMood: (mood: SinkMood) => void
  readonly close: () => Promise<void>
}

function headersOf(raw: string): Map<string, string> {
  const [head = ''] = raw.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  return new Map(unfolded.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
}

type Draft = { from: string; to: string[] }

/** Answers one command of a session. @returns what is said, or null where text follows */
function answerOf(line: string, draft: Draft, mood: SinkMood): string | null {
  const [verb = ''] = line.toUpperCase().split(/[ :]/)
  const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return '250 sink'
    case 'MAIL':
      draft.from = address
      draft.to = []
      return mood === 'refuse' ? '451 not now' : '250 ok'
    case 'RCPT':
      draft.to.push(address)
      return '250 ok'
    case 'DATA':
      return null
    case 'QUIT':
      return '221 bye'
    default:
      return '250 ok'
  }
}

function serve(socket: Socket, mails: SunkMail[], mood: () => SinkMood): void {
  const draft: Draft = { from: '', to: [] }
  let buffer = ''
  let isText = false
  const say = (text: string) => socket.write(`${text}\r\n`)
  const takeText = (): boolean => {
    const end = buffer.indexOf('\r\n.\r\n')
    if (end < 0) return false
    const raw = buffer.slice(0, end).replace(/^\.\./gm, '.')
    buffer = buffer.slice(end + 5)
    isText = false
    if (mood() === 'breakOff') {
      socket.destroy()
      return false
    }
    mails.push({ from: draft.from, to: [...draft.to], raw, headers: headersOf(raw) })
    say('250 taken')
    return true
  }
  const takeLine = (): boolean => {
    const end = buffer.indexOf('\r\n')
    if (end < 0) return false
    const line = buffer.slice(0, end)
    buffer = buffer.slice(end + 2)
    const answer = answerOf(line, draft, mood())
    isText = answer === null
    say(answer ?? '354 go on')
    return true
  }
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('utf8')
    while (isText ? takeText() : takeLine());
  })
  socket.on('error', () => socket.destroy())
  say('220 sink')
}

/** A mail server of a test's own: it takes every mail and keeps it. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SunkMail[] = []
  const open = new Set<Socket>()
  let mood: SinkMood = 'take'
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    serve(socket, mails, () => mood)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${portOf(server.address())}`,
    mails,
    setMood: (next) => {
      mood = next
    },
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Guaranteed by `listen` on a host and a port: the address is no path. */
function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return (address as AddressInfo).port
}

/** The leaves of a mail: its parts, and those of its parts. */
function leavesOf(raw: string): readonly string[] {
  const [head = ''] = raw.split('\r\n\r\n')
  const boundary = /content-type: multipart\/[^;]+;\s+boundary="([^"]+)"/i.exec(head)?.[1]
  if (boundary === undefined) return [raw]
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => leavesOf(part.replace(/^\r\n/, '')))
}

/** One part of a mail as a reader sees it, by its media type. */
export function partOf({ raw }: SunkMail, type: 'text/plain' | 'text/html' | 'text/calendar'): string {
  const part = leavesOf(raw).find((each) => new RegExp(`content-type: ${type}`, 'i').test(each)) ?? ''
  const [head = '', ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  return /content-transfer-encoding: quoted-printable/i.test(head) ? unquote(text) : text
}

function unquote(text: string): string {
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
