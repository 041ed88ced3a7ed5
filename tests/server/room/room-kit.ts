import { afterAll, beforeAll, expect } from 'vitest'
import { noteAddress } from '../../../lib/server/client-address.ts'
import { clock, type Ground, groundOn, makeWorld, type World } from '../access/matrix/world.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'
import type { Actor } from '../identities.ts'

type Headers = Readonly<Record<string, string>>

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely
export type Answer = { readonly status: number; readonly text: string; readonly body: any }

export type Ask = { readonly as: Headers; readonly body?: unknown; readonly from?: string }

let asked = 0

function requestOf(method: string, path: string, { as, body, from = `room ${++asked}` }: Ask): Request {
  const headers = { ...as, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const request = new Request(new URL(`/api/v1${path}`, 'http://localhost'), init)
  noteAddress(request, from)
  return request
}

/** An event stream as a browser reads it: what has come so far, and whether it is over. */
export type Heard = { text: string; isOver: boolean; readonly status: number; readonly stop: () => Promise<void> }

async function hear(response: Response): Promise<Heard> {
  const reader = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).pipeThrough(new TextDecoderStream()).getReader()
  const heard: Heard = { text: '', isOver: false, status: response.status, stop: () => reader.cancel() }
  const read = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value
    heard.isOver = true
  }
  void read()
  return heard
}

/** A server with a network of the matrix, in which a plan is open beside the check of `care`; one for each test that asks. */
export function roomsOn({ store }: TestDatabase) {
  let made: Ground | undefined
  let ticks = 0
  // Each look at the clock is a little later than the one before: who sat down first can be told.
  const ticking = () => new Date(clock().getTime() + ++ticks)
  beforeAll(() => {
    made = groundOn(store(), ticking)
  })
  afterAll(() => made?.close())
  const ground = (): Ground => {
    if (made) return made
    throw new Error('the server is made before the first test')
  }
  const send = async (method: string, path: string, given: Ask): Promise<Answer> => {
    const response = await ground().app.fetch(requestOf(method, path, given))
    const text = await response.text()
    expect(ground().bugs).toEqual([])
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, text, body: isJson && text !== '' ? JSON.parse(text) : text }
  }
  const world = async () => {
    const at = await makeWorld(ground())
    const plan = `${at.prefix}-plan`
    const { status } = await send('POST', `/networks/${at.networkId}/commands`, {
      as: at.headers.facilitator,
      body: { commands: [{ name: 'ritual.open', input: { id: plan, kind: 'plan', cycleId: `${at.prefix}-cycle` } }] },
    })
    expect(status).toBe(200)
    const rituals = `/networks/${at.networkId}/rituals`
    return { ...at, plan: `${rituals}/${plan}`, check: `${rituals}/${at.prefix}-check` }
  }
  return {
    ground,
    send,
    world,
    listen: async (path: string, given: Ask) => hear(await ground().app.fetch(requestOf('GET', path, given))),
    /** people who have joined a network, each with a seat in a room */
    crowd: async (room: string, { networkId }: Pick<World, 'networkId'>, size: number): Promise<readonly Actor[]> => {
      const people: Actor[] = []
      for (let at = 0; at < size; at += 1) {
        const person = await ground().identities.user({ name: `Person ${at}` })
        await ground().identities.join(person, networkId, 'contributor')
        people.push(person)
      }
      const seated = await Promise.all(people.map(({ headers }) => send('PUT', `${room}/seat`, { as: headers, body: {} })))
      expect(seated.map(({ status }) => status)).toEqual(Array(size).fill(200))
      return people
    },
  }
}

export type RoomWorld = Awaited<ReturnType<ReturnType<typeof roomsOn>['world']>>

/** A question of a room as it was shown to somebody. */
export function shown({ body }: Answer, key: string) {
  return body.questions.find(({ question }: { question: string }) => question === key) ?? null
}
