import { expect, onTestFinished, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('events', (database) => {
  const { send, app } = apiOn(database)

  const open = async (network: string, headers: Record<string, string> = {}, query = '') => {
    const response = await app().request(`${network}/events${query}`, { headers })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!reader) throw new Error('the stream has no body')
    onTestFinished(() => reader.cancel())
    let heard = ''
    const until = async (text: string) => {
      while (!heard.includes(text)) heard += (await reader.read()).value ?? ''
      return heard
    }
    return { response, until }
  }

  test('tell of a write of anybody, and hold no data', async () => {
    const network = await sampleNetwork(send)
    const { response, until } = await open(network)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    await send('POST', `${network}/teams`, { name: 'Quiet name' })
    const heard = await until('event: revision\ndata: {"revision":2}')
    expect(heard).not.toContain('Quiet name')
  })

  test('who comes back hears at once what was missed', async () => {
    const network = await sampleNetwork(send)
    await send('POST', `${network}/teams`, { name: 'Missed' })
    const { until } = await open(network, { 'last-event-id': '1' })
    await until('data: {"revision":2}')
  })

  test('LV2, LV3: a page that opens a new stream says in the address what it heard last', async () => {
    const network = await sampleNetwork(send)
    await send('POST', `${network}/teams`, { name: 'Missed' })
    await (await open(network, {}, '?after=1')).until('event: revision\ndata: {"revision":2}')
    await (await open(network, {}, '?after=1-other-history')).until('event: reset\ndata: {"revision":2}')
    await (await open(network, {}, '?after=7')).until('event: reset\ndata: {"revision":2}')
    await (await open(network, { 'last-event-id': '1' }, '?after=7')).until('event: revision\ndata: {"revision":2}')
  })

  test('HEAD leaves no stream open', async () => {
    const network = await sampleNetwork(send)
    for (let at = 0; at < 40; at += 1) expect((await send('HEAD', `${network}/events`)).status).toBe(200)
  })

  test('more than ten streams of one reader are refused for a while', async () => {
    const network = await sampleNetwork(send)
    for (let at = 0; at < 10; at += 1) await open(network)
    const answer = await send('GET', `${network}/events`)
    expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5'])
  })
})
