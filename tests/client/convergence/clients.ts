import { v7 } from 'uuid'
import type { Batch } from '../../../lib/client/network/batch.ts'
import { overShown, shownRevision } from '../../../lib/client/network/batch.ts'
import { type Outbox, outboxOn } from '../../../lib/client/network/outbox.ts'
import { type NetworkStore, networkStore } from '../../../lib/client/network/store.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { nodeIds, now, turns, type Wire, type World } from './world.ts'

/** One edit of a person: its value is like no other, so that it is found again in the log. */
export type Edit = {
  readonly client: number
  readonly value: string
  readonly calls: readonly CommandCall[]
  /** where it writes, and what the person saw there; null for something new */
  readonly place: { readonly id: string; readonly field: Field } | null
  seen: unknown
  /** refusals that a person was told of */
  refusals: number
}

export type Field = 'name' | 'activities'

/** Somebody with a browser: a page at a time, and what the browser keeps between pages. */
export type Client = {
  wire: Wire
  store: NetworkStore
  readonly outbox: Outbox
  /** revisions that were hinted at */
  readonly hints: number[]
  /** a field that is open, as it was when it was opened */
  open: { readonly id: string; readonly field: Field; readonly revision: number; readonly seen: unknown } | null
  undos: number
}

/** What a browser keeps between pages. */
export function shelf() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

export type Group = {
  readonly world: World
  readonly networkId: string
  readonly clients: readonly Client[]
  readonly edits: Edit[]
}

export function shownAt(snapshot: Snapshot, id: string, field: Field): unknown {
  return snapshot.tables.node.get(get(snapshot, 'node', id).id)?.[field]
}

function editOf(edits: readonly Edit[], { calls }: Pick<Batch, 'calls'>): Edit {
  const text = JSON.stringify(calls)
  const edit = edits.find(({ value }) => text.includes(`"${value}"`))
  if (edit) return edit
  throw new Error('an edit came from nowhere')
}

type Page = Pick<Group, 'world' | 'networkId' | 'edits'> & { readonly wire: Wire; readonly outbox: Outbox }

async function openPage({ world, networkId, edits, wire, outbox }: Page): Promise<NetworkStore> {
  const server = world.serverFor(wire, networkId)
  return networkStore({
    server,
    outbox,
    initial: await server.snapshot(),
    now: () => now,
    newKey: v7,
    who: () => ({ personId: `client-${wire.client}`, role: 'owner', members: new Map() }),
    pause: () => turns(2),
    refused: ({ batch }) => {
      editOf(edits, batch).refusals += 1
    },
  })
}

function newWire(client: number): Wire {
  return { client, isOnline: true, isDead: false, drops: [] }
}

export async function openGroup(world: World, count: number): Promise<Group> {
  const networkId = await world.newNetwork()
  const edits: Edit[] = []
  const clients = await Promise.all(
    Array.from({ length: count }, async (_, client): Promise<Client> => {
      const [wire, outbox] = [newWire(client), outboxOn(shelf(), networkId, `client-${client}`)]
      return { wire, outbox, store: await openPage({ world, networkId, edits, wire, outbox }), hints: [], open: null, undos: 0 }
    }),
  )
  return { world, networkId, clients, edits }
}

/** The page goes, whatever it is doing, and the next one begins. Without a server there is no next page: then it stays. */
export async function reload(group: Group, client: Client): Promise<void> {
  if (!client.wire.isOnline) return
  const wire = newWire(client.wire.client)
  client.wire.isDead = true
  client.wire = wire
  client.open = null
  client.store = await openPage({ ...group, wire, outbox: client.outbox })
  for (const sent of client.store.resume()) sent.catch(() => undefined)
}

/** What the window shows that tells of a conflict: the value of the other. */
function shownIn({ details }: DomainError): unknown {
  const [field]: unknown[] = Array.isArray(details['fields']) ? details['fields'] : []
  return Reflect.get(Object(field), 'theirs')
}

/** Makes an edit. Its person answers a conflict: their own value, over the one that they are shown, or that of the other. */
function send({ store, wire }: Client, edit: Edit, answer: 'mine' | 'theirs'): void {
  const asked = (error: unknown) => {
    const isConflict = !wire.isDead && error instanceof DomainError && error.code === 'STALE_EDIT'
    if (!isConflict || answer === 'theirs') edit.refusals += 1
    else {
      edit.seen = shownIn(error)
      store.commit(overShown(edit.calls, error)).catch(asked)
    }
  }
  store.commit(edit.calls).catch(asked)
}

function newValue(group: Group, client: Client): string {
  return `v${group.edits.length}-${client.wire.client}`
}

function setOf(field: Field, value: string) {
  return field === 'name' ? { name: value } : { activities: [value] }
}

export type How = { readonly at: number; readonly field: Field; readonly answer: 'mine' | 'theirs' }

/** Changes what is on the screen now. */
export function edit(group: Group, client: Client, { at, field, answer }: How): void {
  const id = nodeIds[at % nodeIds.length] ?? nodeIds[0]
  const value = newValue(group, client)
  const calls = [call('node.update', { id, set: setOf(field, value) })]
  const seen = shownAt(client.store.state.get().snapshot, id, field)
  const made: Edit = { client: client.wire.client, value, calls, place: { id, field }, seen, refusals: 0 }
  group.edits.push(made)
  send(client, made, answer)
}

/** Opens a field, in which somebody then types for a while. */
export function openField(client: Client, { at, field }: How): void {
  const id = nodeIds[at % nodeIds.length] ?? nodeIds[0]
  const state = client.store.state.get()
  client.open = { id, field, revision: shownRevision(state), seen: shownAt(state.snapshot, id, field) }
}

/** Saves the field that is open. */
export function saveField(group: Group, client: Client, { answer }: How): void {
  if (!client.open) return
  const { id, field, revision, seen } = client.open
  client.open = null
  const value = newValue(group, client)
  const calls = [call('node.update', { id, set: setOf(field, value), revision })]
  const made: Edit = { client: client.wire.client, value, calls, place: { id, field }, seen, refusals: 0 }
  group.edits.push(made)
  send(client, made, answer)
}

export function create(group: Group, client: Client): void {
  const value = newValue(group, client)
  const calls = [call('team.create', { id: `team-${value}`, name: value })]
  const made: Edit = { client: client.wire.client, value, calls, place: null, seen: undefined, refusals: 0 }
  group.edits.push(made)
  send(client, made, 'theirs')
}

export function undo(client: Client, direction: 'undo' | 'redo'): void {
  client.undos += 1
  client.store.step(direction).catch(() => undefined)
}
