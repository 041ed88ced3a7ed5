import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ground, ground } from './live-kit.ts'

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** What the process holds on to, in bytes: what is only waiting to be collected is nobody's. */
function heldBytes(): number {
  if (typeof collect === 'function') collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const events = 10_000
const slowOnes = 20

/** A window that asks for the stream and reads as it likes. */
type Window = { readonly socket: Socket; readonly last: () => number; readonly isGone: () => boolean }

/** Guaranteed by `listen`: the server listens on a port, so its address is no path. */
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

/** Writes until the system takes nothing more for a reader who does not read: from then on it waits in the process. */
async function fill(outgoing: ServerResponse): Promise<void> {
  for (let idle = 0; idle < 20; idle = outgoing.writableLength > 0 ? idle + 1 : 0) {
    if (outgoing.writableLength === 0) outgoing.write(`: ${'x'.repeat(16_000)}\n\n`)
    await turn()
  }
}

describe('F-9: readers who do not read', () => {
  let here: Ground
  let server: Server
  const windows: Window[] = []
  const answers = new Map<string, ServerResponse>()

  beforeEach(async () => {
    here = ground()
    server = createServer((request, response) => {
      answers.set(request.url ?? '', response)
      void here.live.open(here.listening(request.url ?? '', { outgoing: response }))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
  })
  afterEach(() => {
    here.live.close()
    for (const { socket } of windows.splice(0)) socket.destroy()
    server.closeAllConnections()
    server.close()
  })

  const open = async (name: string): Promise<Window> => {
    const socket = connect(portOf(server), '127.0.0.1')
    let text = ''
    let isGone = false
    socket.on('close', () => {
      isGone = true
    })
    socket.on('error', () => undefined)
    const greeted = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => {
        text = (text + chunk.toString('latin1')).slice(-200)
        resolve()
      })
    })
    socket.write(`GET /${name} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    await greeted
    const last = () => Number(/.*"revision":(\d+)/s.exec(text)?.[1] ?? 0)
    const window = { socket, last, isGone: () => isGone }
    windows.push(window)
    return window
  }

  test('LV5: they are cut off at the cap, cost less than a megabyte each, and others hear the last word', async () => {
    const slow = await Promise.all(Array.from({ length: slowOnes }, (_, at) => open(`slow-${at}`)))
    const quick = await open('quick')
    for (const { socket } of slow) socket.pause()
    for (const [name, answer] of answers) if (name.startsWith('/slow')) await fill(answer)
    const before = heldBytes()
    let most = before
    for (let revision = 8; revision < 8 + events; revision += 1) {
      here.tell(revision)
      await turn()
      if (revision % 1_000 === 0) most = Math.max(most, heldBytes())
    }
    await expect.poll(() => quick.last(), { timeout: 10_000 }).toBe(7 + events)
    console.log(`F-9: ${Math.round((most - before) / slowOnes / 1024)} kB for each of ${slowOnes} readers who do not read`)
    expect((most - before) / slowOnes).toBeLessThan(2 ** 20)
    for (const { socket } of slow) socket.resume()
    await expect.poll(() => slow.filter(({ isGone }) => isGone()).length, { timeout: 10_000 }).toBe(slowOnes)
    for (const { last } of slow) expect(last()).toBeLessThan(7 + events)
    expect(quick.isGone()).toBe(false)
  })
})
