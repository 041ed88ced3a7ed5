import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Presence, PresenceSaid } from '../../../lib/contract/presence.ts'
import { entitySchemas } from '../../../lib/domain/entity.ts'
import { applyChanges } from '../../../lib/domain/snapshot.ts'
import { type Ground, ground, type Heard, wire } from './live-kit.ts'

const people = ['ana', 'ben', 'eve']

function withPeople(here: Ground): Ground {
  const changes = people.map((id) => ({
    entity: 'person' as const,
    id,
    before: null,
    after: entitySchemas.person.parse({ id, rank: 1, name: `Name of ${id}` }),
  }))
  applyChanges(here.snapshot, changes)
  return here
}

function said(clientId: string, more: Partial<PresenceSaid> = {}): PresenceSaid {
  return { clientId, view: 'map', camera: null, editing: null, ...more }
}

/** Says where a window is; the person has the name of the reader. */
function say(here: Ground, reader: string, words: PresenceSaid) {
  const isAllowed = async () => !here.shutOut.has(reader)
  return here.live.say({ networkId: 'net', reader, personId: reader, credential: reader, isAllowed }, words)
}

function peopleIn(event: string | null): Presence[] {
  const [, data = '{"people":[]}'] = /^event: presence\ndata: (.*)\n\n$/.exec(event ?? '') ?? []
  return JSON.parse(data).people
}

/** What a window hears of people, as their clientIds and views, once time has passed. */
async function namesAfter(ms: number, heard: Heard): Promise<string[]> {
  const next = heard.next()
  await vi.advanceTimersByTimeAsync(ms)
  return peopleIn(await next).map(({ clientId, view }) => `${clientId} ${view}`)
}

describe('presence', () => {
  let here: Ground

  beforeEach(() => {
    vi.useFakeTimers()
    here = withPeople(ground())
  })
  afterEach(() => {
    here.live.close()
    vi.useRealTimers()
  })

  const window = async (reader: string, clientId: string, more: { readonly seesPeople?: boolean } = { seesPeople: true }) => {
    const heard = await here.open(reader, null, { clientId, ...more })
    await heard.next()
    return heard
  }
  const listed = async () => (await say(here, 'eve', said('look', { view: null }))).map(({ clientId }) => clientId)

  test('LV10: who says where a window is learns who else is there, with the names of now', async () => {
    await say(here, 'ana', said('a1', { view: 'map?sel=node:care', camera: { x: 1, y: 2, k: 0.5 } }))
    const answer = await say(here, 'ben', said('b1', { editing: { entity: 'node', id: 'care', field: 'name' } }))
    expect(answer).toMatchObject([
      { clientId: 'a1', personId: 'ana', name: 'Name of ana', view: 'map?sel=node:care', camera: { x: 1, y: 2, k: 0.5 }, editing: null },
      { clientId: 'b1', personId: 'ben', name: 'Name of ben', view: 'map', editing: { entity: 'node', id: 'care', field: 'name' } },
    ])
  })

  test('LV11: every window hears the whole list when it changes, and nothing where it does not', async () => {
    const ana = await window('ana', 'a1')
    await say(here, 'ben', said('b1'))
    expect(await namesAfter(150, ana)).toEqual(['b1 map'])
    await say(here, 'ben', said('b1'))
    await vi.advanceTimersByTimeAsync(1_000)
    await say(here, 'ben', said('b1', { view: 'chain' }))
    expect(await namesAfter(150, ana)).toEqual(['b1 chain'])
  })

  test('LV11: many changes in a short time are told as one list', async () => {
    const ana = await window('ana', 'a1')
    await say(here, 'ben', said('b1', { view: 'map?at=0' }))
    expect(await namesAfter(150, ana)).toEqual(['b1 map?at=0'])
    for (let at = 1; at < 20; at += 1) await say(here, 'ben', said('b1', { view: `map?at=${at}` }))
    expect(await namesAfter(150, ana)).toEqual(['b1 map?at=19'])
  })

  test('LV11: who opens a window hears at once who is there', async () => {
    await window('ana', 'a1')
    await say(here, 'ben', said('b1'))
    await vi.advanceTimersByTimeAsync(150)
    expect(peopleIn(await (await window('eve', 'e1')).next())).toHaveLength(1)
  })

  test('LV12: programs and visitors by a link see nobody', async () => {
    const link = await window('link', 'l1', { seesPeople: false })
    await say(here, 'ben', said('b1'))
    await vi.advanceTimersByTimeAsync(1_000)
    here.tell(8)
    expect(await link.next()).toContain('event: revision')
  })

  test('LV13: a window of which nothing is heard for 45 seconds is gone', async () => {
    await say(here, 'ana', said('a1'))
    await vi.advanceTimersByTimeAsync(44_000)
    expect(await listed()).toEqual(['a1'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await listed()).toEqual([])
  })

  test('LV13: it is gone 4 seconds after its stream has ended, unless it has come back', async () => {
    const [ana, ben] = [await window('ana', 'a1'), await window('ben', 'b1')]
    for (const [reader, clientId] of [
      ['ana', 'a1'],
      ['ben', 'b1'],
    ] as const)
      await say(here, reader, said(clientId))
    await Promise.all([ana.cancel(), ben.cancel()])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await listed()).toEqual(['a1', 'b1'])
    await window('ben', 'b1')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await listed()).toEqual(['b1'])
  })

  test('LV13: the end of somebody else’s stream by the same name means nothing', async () => {
    await say(here, 'ana', said('a1'))
    const eve = await window('eve', 'a1')
    await eve.cancel()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await listed()).toEqual(['a1'])
  })

  test('LV13: a window that leaves is gone at once', async () => {
    await say(here, 'ana', said('a1'))
    expect(await say(here, 'ana', said('a1', { view: null }))).toEqual([])
  })

  test('LV14: somebody who is removed disappears within a second', async () => {
    const ben = await window('ben', 'b1')
    await say(here, 'ana', said('a1'))
    expect(await namesAfter(150, ben)).toEqual(['a1 map'])
    here.shutOut.add('ana')
    expect(await namesAfter(1_000, ben)).toEqual([])
  })

  test('LV14: somebody who is erased is in no list', async () => {
    const ben = await window('ben', 'b1')
    await say(here, 'ana', said('a1'))
    expect(await namesAfter(150, ben)).toEqual(['a1 map'])
    here.snapshot.tables.person.delete('ana')
    here.tell(8)
    expect(await ben.next()).toContain('event: revision')
    expect(await namesAfter(150, ben)).toEqual([])
  })

  test('LV15: a name belongs to who gave it to a window first', async () => {
    await say(here, 'ana', said('a1'))
    await expect(say(here, 'eve', said('a1', { view: 'chain' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(say(here, 'eve', said('a1', { view: null }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await listed()).toEqual(['a1'])
  })

  test('LV15: ten windows of a person are shown, the last ones', async () => {
    for (let at = 0; at < 12; at += 1) {
      await say(here, 'ana', said(`a${at}`))
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(await listed()).toEqual(['a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11'])
  })

  test('LV15: two hundred windows of a network are shown', async () => {
    for (let at = 0; at < 230; at += 1) {
      const isAllowed = async () => true
      await here.live.say({ networkId: 'net', reader: `user-${at}`, personId: 'ana', credential: `user-${at}`, isAllowed }, said(`w${at}`))
    }
    expect(await listed()).toHaveLength(200)
  })

  test('LV15: who says too often where a window is is told to wait', async () => {
    const often = async () => {
      for (let at = 0; at < 100; at += 1) await say(here, 'ana', said('a1', { view: `map?at=${at}` }))
    }
    await expect(often()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 1 } })
    await say(here, 'ben', said('b1'))
    await vi.advanceTimersByTimeAsync(1_000)
    await say(here, 'ana', said('a1'))
  })
})

describe('presence between processes', () => {
  let processes: Ground[] = []

  beforeEach(() => {
    vi.useFakeTimers()
    const one = wire()
    processes = [withPeople(ground(one)), withPeople(ground(one))]
  })
  afterEach(() => {
    for (const { live } of processes) live.close()
    vi.useRealTimers()
  })

  const pair = () => {
    const [first, second] = processes
    if (first && second) return { first, second }
    throw new Error('there are two processes')
  }
  const listed = async (here: Ground) => (await say(here, 'eve', said('look', { view: null }))).map(({ clientId, view }) => `${clientId} ${view}`)

  test('LV16: a window that one of them hears of is in the lists of the other, until it leaves', async () => {
    const { first, second } = pair()
    await say(first, 'ana', said('a1'))
    expect(await listed(second)).toEqual(['a1 map'])
    await say(first, 'ana', said('a1', { view: 'chain' }))
    expect(await listed(second)).toEqual(['a1 chain'])
    await say(first, 'ana', said('a1', { view: null }))
    expect(await listed(second)).toEqual([])
  })

  test('LV16: a window that only goes on being there stays in the lists of the other', async () => {
    const { first, second } = pair()
    for (let at = 0; at < 5; at += 1) {
      await say(first, 'ana', said('a1'))
      await vi.advanceTimersByTimeAsync(20_000)
    }
    expect(await listed(second)).toEqual(['a1 map'])
    await vi.advanceTimersByTimeAsync(46_000)
    expect(await listed(second)).toEqual([])
  })

  test('LV16: a window whose stream goes from one to the other stays', async () => {
    const { first, second } = pair()
    const stream = await first.open('ana', null, { clientId: 'a1', seesPeople: true })
    await say(first, 'ana', said('a1'))
    await second.open('ana', null, { clientId: 'a1', seesPeople: true })
    await stream.cancel()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await listed(first)).toEqual(['a1 map'])
    expect(await listed(second)).toEqual(['a1 map'])
  })

  test('LV16: a window whose stream ends where it did not speak is gone from both', async () => {
    const { first, second } = pair()
    const stream = await second.open('ana', null, { clientId: 'a1', seesPeople: true })
    await say(first, 'ana', said('a1'))
    await stream.cancel()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await listed(first)).toEqual([])
    expect(await listed(second)).toEqual([])
  })

  test('LV16: somebody removed disappears from both, and a process that begins asks who is there', async () => {
    const one = wire()
    const first = withPeople(ground(one))
    await say(first, 'ana', said('a1'))
    const late = withPeople(ground(one))
    processes.push(first, late)
    await vi.advanceTimersByTimeAsync(0)
    expect(await listed(late)).toEqual(['a1 map'])
    first.shutOut.add('ana')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await listed(late)).toEqual([])
  })

  test('LV16: words that are no message change nothing', async () => {
    const one = wire()
    const here = withPeople(ground(one))
    processes.push(here)
    const words = [
      '',
      '{',
      '[]',
      '{"kind":"here"}',
      JSON.stringify({ kind: 'gone', from: 'x', networkId: 'net', clientId: 'a1', reader: 'eve', isFinal: true }),
    ]
    await say(here, 'ana', said('a1'))
    for (const text of words) one.send('presence', text)
    await vi.advanceTimersByTimeAsync(0)
    expect(await listed(here)).toEqual(['a1 map'])
  })
})
