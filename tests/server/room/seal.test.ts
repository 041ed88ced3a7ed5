import { expect, test } from 'vitest'
import { filled, operationOf, rows } from '../access/matrix/requests.ts'
import { type ActorName, actors } from '../access/matrix/world.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { until } from '../until.ts'
import { type RoomWorld, roomsOn, shown } from './room-kit.ts'

/** What stands in every sealed sentence, and must be in nobody's hands who may not read it. */
const canary = 'sealed-canary'

const streams = new Set(['streamEvents', 'streamShared', 'streamGuestRoom'])
const reads = rows.filter((row) => operationOf(row).method === 'GET' && !streams.has(row))

/** Every operation that reads, as it is asked for in a world; rooms, outputs and lists also of the plan, and from the beginning. */
function pathsIn(world: RoomWorld, actor: ActorName): readonly (readonly [row: string, path: string])[] {
  const all = reads.map((row) => {
    const { params = {}, query = {} } = filled(row, world, actor)
    const values: Record<string, string> = { network: world.networkId, ...params }
    const path = operationOf(row).path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'none'))
    return [row, `${path}?${new URLSearchParams(query)}`] as const
  })
  const base = `/networks/${world.networkId}`
  const more = ['changes?since=0', 'history?limit=100', 'snapshot', 'export', 'past?revision=3'].map((path) => [path, `${base}/${path}`] as const)
  const ofPlan = ['room', 'output', 'output?as=md', 'output?as=html', 'output?as=card'].map(
    (path) => [`plan ${path}`, `${world.plan}/${path}`] as const,
  )
  const ofCheck = ['output', 'output?as=md', 'output?as=html'].map((path) => [`check ${path}`, `${world.check}/${path}`] as const)
  return [...all, ...more, ...ofPlan, ...ofCheck]
}

describeOnEachDatabase('what is sealed', (database) => {
  const { send, world, listen } = roomsOn(database)

  /** Where the canary was read, by whom. Everything that was let through is looked at, refusals too. */
  async function found(at: RoomWorld, except: readonly ActorName[] = []): Promise<string[]> {
    const places: string[] = []
    for (const actor of actors.filter((each) => !except.includes(each)))
      for (const [row, path] of pathsIn(at, actor)) {
        const { text } = await send('GET', path, { as: at.headers[actor] })
        if (text.includes(canary)) places.push(`${actor}: ${row}`)
      }
    return places
  }

  const put = (at: RoomWorld, room: string, actor: ActorName, [question, body]: readonly [string, unknown]) =>
    send('PUT', `${room}/answers/${question}`, { as: at.headers[actor], body: { body } })

  /** The contributor answers all that is asked, with the canary in every word; the lead and the owner sit beside. */
  async function answered(): Promise<RoomWorld> {
    const at = await world()
    for (const actor of ['contributor', 'lead', 'facilitator'] as const)
      for (const room of [at.plan, at.check])
        expect((await send('PUT', `${room}/seat`, { as: at.headers[actor], body: { nodeId: `${at.prefix}-care` } })).status).toBe(200)
    const draft = { lines: [{ id: 'l1', kind: 'objective', text: canary }] }
    const answers = await Promise.all([
      put(at, at.plan, 'contributor', ['confidence', { value: 1, why: canary }]),
      put(at, at.plan, 'contributor', [`draft:${at.prefix}-care`, draft]),
      put(at, at.check, 'contributor', ['value', { text: canary }]),
      put(at, at.check, 'contributor', ['s1', { colour: 0, trend: -1 }]),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    return at
  }

  test('RI21: is in no answer of any operation but its author’s', { timeout: 120_000 }, async () => {
    const at = await answered()
    expect(await found(at)).toEqual(['contributor: exportOwnData', 'contributor: readRoom', 'contributor: plan room'])
    const own = `${at.plan}/answers/confidence`
    const writes = [
      ['PUT', `${at.plan}/seat`, {}],
      ['PUT', own, { body: { value: 5 } }],
      ['DELETE', own, undefined],
      ['DELETE', `${at.plan}/seat`, undefined],
    ] as const
    for (const [method, path, body] of writes) {
      const { status, text } = await send(method, path, { as: at.headers.owner, body })
      expect([method, status, text.includes(canary)]).toEqual([method, 200, false])
    }
    expect(shown(await send('GET', `${at.plan}/room`, { as: at.headers.owner }), 'confidence')).toMatchObject({
      answered: [at.personIds.contributor],
      mine: null,
      open: null,
      spread: null,
    })
  })

  test('RI21: the stream of events says that something is different, and not what', async () => {
    const at = await answered()
    const heard = await listen(`/networks/${at.networkId}/events?client=w1`, { as: at.headers.owner })
    await until(() => heard.text.includes('listening'))
    await put(at, at.plan, 'contributor', ['confidence', { value: 2, why: `${canary} again` }])
    await until(() => heard.text.includes(`event: room\ndata: {"ritual":"${at.prefix}-plan"}`))
    await send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } })
    await until(() => heard.text.includes('event: revision'))
    expect(heard.text).not.toContain(canary)
    await heard.stop()
  })

  test('RI22-RI24: once revealed it is read in its room, by whoever may read the network, and nowhere else', { timeout: 120_000 }, async () => {
    const at = await answered()
    for (const question of ['confidence', `draft:${at.prefix}-care`])
      expect((await send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question } })).status).toBe(200)
    const readers = ['viewer', 'lead', 'editor', 'facilitator', 'owner', 'onlooker', 'readToken', 'checkInToken', 'writeToken'] as const
    const places = await found(at, ['contributor'])
    expect(places).toEqual(readers.map((actor) => `${actor}: plan room`))
    const seen = await send('GET', `${at.plan}/room`, { as: at.headers.viewer })
    expect(shown(seen, 'confidence')).toMatchObject({ open: [{ seatId: null, nodeId: null, body: { why: canary } }] })
    expect(shown(seen, 'confidence').open[0].body).not.toHaveProperty('value')
    const late = await put(at, at.plan, 'lead', ['confidence', { value: 4 }])
    expect([late.status, late.body.code]).toEqual([409, 'SEALED'])
  })

  test('RI24: words about the own value are read by those of the node who have answered, and by nobody else who sits down and answers', async () => {
    const at = await answered()
    const reads = async (actor: ActorName) => (await send('GET', `${at.check}/room`, { as: at.headers[actor] })).text.includes(canary)
    await send('PUT', `${at.check}/seat`, { as: at.headers.owner, body: { nodeId: `${at.prefix}-care` } })
    expect([await reads('lead'), await reads('facilitator')]).toEqual([false, false])
    for (const actor of ['lead', 'facilitator', 'owner'] as const) {
      const told = await put(at, at.check, actor, ['value', { text: 'Calm mornings' }])
      expect([actor, told.status, told.text.includes(canary)]).toEqual([actor, 200, actor === 'lead'])
    }
    expect([await reads('lead'), await reads('facilitator'), await reads('owner')]).toEqual([true, false, false])
    expect(shown(await send('GET', `${at.check}/room`, { as: at.headers.owner }), 'value')).toMatchObject({
      open: null,
      mine: { text: 'Calm mornings' },
    })
    const own = await put(at, at.check, 'owner', ['value', { text: 'Calmer evenings' }])
    expect(own.status).toBe(200)
  })

  const spreadFor = async (at: RoomWorld, actor: ActorName, key = 's1') =>
    shown(await send('GET', `${at.check}/room`, { as: at.headers[actor] }), key)?.spread ?? null

  const tallies = async (at: RoomWorld) => {
    const { text } = await send('GET', `/networks/${at.networkId}/changes?since=0`, { as: at.headers.owner })
    return text.split('"entity":"tally"').length - 1
  }

  test('RI25-RI26: three voters stay among the people of the node', { timeout: 60_000 }, async () => {
    const at = await answered()
    for (const actor of ['lead', 'facilitator'] as const) await put(at, at.check, actor, ['s1', { colour: 2, trend: 0 }])
    expect((await send('POST', `${at.check}/reveal`, { as: at.headers.lead, body: { question: 's1' } })).status).toBe(200)
    await send('PUT', `${at.check}/seat`, { as: at.headers.owner, body: { nodeId: `${at.prefix}-care` } })
    const readers: ActorName[] = []
    for (const actor of ['viewer', 'contributor', 'lead', 'editor', 'facilitator', 'owner', 'onlooker', 'readToken', 'writeToken'] as const)
      if (await spreadFor(at, actor)) readers.push(actor)
    expect(readers).toEqual(['contributor', 'lead'])
    expect(await spreadFor(at, 'lead')).toMatchObject([{ counts: [1, 0, 2], trends: [1, 2, 0], voters: 3 }])
    for (const [actor, code] of [
      ['lead', 'SEALED'],
      ['owner', 'FORBIDDEN'],
      ['facilitator', 'FORBIDDEN'],
    ] as const)
      expect((await send('POST', `${at.check}/tallies`, { as: at.headers[actor], body: { keys: ['s1'] } })).body.code).toBe(code)
    expect(await tallies(at)).toBe(0)
  })

  test('RI26: four voters leave as counts, when the people of the node say so', { timeout: 60_000 }, async () => {
    const at = await answered()
    await send('PUT', `${at.check}/seat`, { as: at.headers.owner, body: {} })
    for (const actor of ['contributor', 'lead', 'facilitator', 'owner'] as const) await put(at, at.check, actor, ['s2', { colour: 2, trend: 1 }])
    await send('POST', `${at.check}/reveal`, { as: at.headers.lead, body: { question: 's2' } })
    expect(await tallies(at)).toBe(0)
    expect(await spreadFor(at, 'editor', 's2')).toBeNull()
    expect((await send('POST', `${at.check}/tallies`, { as: at.headers.lead, body: { keys: ['s2'] } })).status).toBe(200)
    expect(await tallies(at)).toBe(1)
    expect(await spreadFor(at, 'editor', 's2')).toBeNull()
  })

  test('RI14: to lead is no step of undo, so nobody takes a reveal back', async () => {
    const at = await answered()
    const run = (actor: ActorName, name: string, input: object) =>
      send('POST', `/networks/${at.networkId}/commands`, { as: at.headers[actor], body: { commands: [{ name, input }] } })
    const plan = `${at.prefix}-plan`
    expect((await run('facilitator', 'ritualItem.create', { id: `${at.prefix}-i1`, ritualId: plan, kind: 'note', text: 'Said' })).status).toBe(200)
    expect((await run('facilitator', 'ritual.move', { id: plan, phase: 'vote' })).status).toBe(200)
    const both = [
      { name: 'ritual.move', input: { id: plan, place: 'here' } },
      { name: 'ritual.update', input: { id: plan, set: { title: 'Planning together' } } },
    ]
    const led = await send('POST', `/networks/${at.networkId}/commands`, { as: at.headers.facilitator, body: { commands: both } })
    expect(led.status).toBe(200)
    expect((await send('POST', `${at.plan}/reveal`, { as: at.headers.facilitator, body: { question: 'confidence' } })).status).toBe(200)
    const undo = () => send('POST', `/networks/${at.networkId}/undo`, { as: at.headers.facilitator })
    expect((await undo()).body.summary).toMatch(/^Undone: /)
    expect((await undo()).body.code).toBe('NOTHING_TO_UNDO')
    const { text } = await send('GET', `/networks/${at.networkId}/changes?since=0`, { as: at.headers.owner })
    expect(text).toContain('"revealed":["confidence"]')
    expect(shown(await send('GET', `${at.plan}/room`, { as: at.headers.viewer }), 'confidence').spread).toMatchObject([{ nodeId: null, voters: 1 }])
  })
})
