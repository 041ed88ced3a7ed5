import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerByApi } from '../../../lib/server/answer-api.ts'
import { apiOn } from '../api/api-kit.ts'
import { sampleNetwork } from '../api/sample-network.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'

/** Guaranteed by `listen`: the server listens on a port, so its address is no path. */
function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describeOnEachDatabase('events over a connection', (database) => {
  const { app, live, send } = apiOn(database)
  let server: Server

  beforeAll(async () => {
    server = createServer(answerByApi({ trustedProxies: [] }, (request) => app().fetch(request)))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  describe('as a browser has them', () => {
    test('LV8: they begin with their headers, tell of a write, and end with a farewell that nothing follows', async () => {
      const network = await sampleNetwork(send)
      const answer = await fetch(`${addressOf(server)}${network}/events?client=w-1`)
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-accel-buffering')]).toEqual([
        200,
        'text/event-stream; charset=utf-8',
        'no',
      ])
      await send('POST', `${network}/teams`, { name: 'New' })
      const reader = (answer.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).pipeThrough(new TextDecoderStream()).getReader()
      let heard = ''
      while (!heard.includes('"revision":2}')) heard += (await reader.read()).value ?? ''
      live().close()
      for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value
      expect(heard).toMatch(
        /^retry: 1000\nid: 1-[\w.-]+\n: listening\n\nid: 2-[\w.-]+\nevent: revision\ndata: \{"revision":2\}\n\nevent: bye\ndata: \{\}\n\n$/,
      )
      expect((await fetch(`${addressOf(server)}${network}/events`)).status).toBe(503)
    })
  })
})
