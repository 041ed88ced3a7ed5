import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { isSame } from '../../../lib/domain/change.ts'
import { entityNames } from '../../../lib/domain/ids.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import type { ChangeSet } from '../../../lib/server/store.ts'
import { type Client, create, type Edit, edit, type Group, openField, reload, saveField, undo } from './clients.ts'
import { turns } from './world.ts'

const of = fc.nat()
const how = {
  at: fc.nat(2),
  field: fc.constantFrom('name' as const, 'activities' as const),
  answer: fc.constantFrom('mine' as const, 'theirs' as const),
}

/** What can happen to somebody, or to the server. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), of, ...how }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), of, ...how }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), of, ...how }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), of }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), of, direction: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('hint' as const), of, which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('drop' as const), of, where: fc.constantFrom('before' as const, 'after' as const, 'nowhere' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('offline' as const), of }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('online' as const), of }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reload' as const), of }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('anew' as const), of }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 12 }) }) },
)

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** How many people there are, and what happens to them. */
export const story = fc.record({ clients: fc.integer({ min: 2, max: 6 }), steps: fc.array(step, { minLength: 10, maxLength: 70 }) })

/** Stories in which something was wrong once. */
export const knownStories: readonly { readonly clients: number; readonly steps: Step[] }[] = [
  {
    // an edit on its way covered what somebody else had written, and the next edit went over it unseen
    clients: 2,
    steps: [
      { kind: 'edit', of: 0, at: 1, field: 'name', answer: 'mine' },
      { kind: 'edit', of: 0, at: 0, field: 'name', answer: 'mine' },
      { kind: 'edit', of: 0, at: 0, field: 'name', answer: 'mine' },
      { kind: 'edit', of: 1, at: 0, field: 'name', answer: 'mine' },
      { kind: 'drop', of: 0, where: 'before' },
      { kind: 'edit', of: 0, at: 0, field: 'name', answer: 'mine' },
      { kind: 'edit', of: 1, at: 1, field: 'name', answer: 'mine' },
      { kind: 'wait', turns: 9 },
      { kind: 'edit', of: 1, at: 1, field: 'name', answer: 'mine' },
    ],
  },
  {
    // an edit was saved, and told as lost, because what others had done before it could not be read
    clients: 2,
    steps: [
      { kind: 'edit', of: 1, at: 0, field: 'name', answer: 'theirs' },
      { kind: 'wait', turns: 12 },
      { kind: 'drop', of: 0, where: 'nowhere' },
      { kind: 'drop', of: 0, where: 'before' },
      { kind: 'edit', of: 0, at: 1, field: 'name', answer: 'theirs' },
      { kind: 'wait', turns: 12 },
    ],
  },
]

function clientAt({ clients }: Group, at: number): Client {
  const client = clients[at % clients.length]
  if (client) return client
  throw new Error('a group has people')
}

/** A hint comes whenever it likes: late, twice, after a later one. */
function hint({ store, hints }: Client, which: number): void {
  const revision = hints[which % Math.max(1, hints.length)]
  if (revision !== undefined) store.catchUp(revision).catch(() => undefined)
}

async function happen(group: Group, happening: Step): Promise<void> {
  switch (happening.kind) {
    case 'wait':
      return turns(happening.turns)
    case 'restart':
      return group.world.restart()
    default:
      return happenTo(group, clientAt(group, happening.of), happening)
  }
}

async function happenTo(group: Group, client: Client, happening: Exclude<Step, { readonly kind: 'wait' | 'restart' }>): Promise<void> {
  switch (happening.kind) {
    case 'edit':
      return edit(group, client, happening)
    case 'open':
      return openField(client, happening)
    case 'save':
      return saveField(group, client, happening)
    case 'create':
      return create(group, client)
    case 'undo':
      return undo(client, happening.direction)
    case 'hint':
      return hint(client, happening.which)
    case 'drop':
      return void client.wire.drops.push(happening.where)
    case 'offline':
    case 'online':
      client.wire.isOnline = happening.kind === 'online'
      return
    case 'reload':
      return reload(group, client)
    case 'anew':
      return void client.store.readAnew().catch(() => undefined)
  }
}

/** Plays a story. Hints of the server are kept for each client until the story lets one through. */
export async function play(group: Group, steps: readonly Step[]): Promise<void> {
  const { world, networkId, clients } = group
  const hear = () =>
    world.store().listen(networkId, (revision) => {
      for (const { hints } of clients) hints.push(revision)
    })
  hear()
  for (const each of steps) {
    await happen(group, each)
    if (each.kind === 'restart') hear()
  }
}

const patience = 3_000

/** So often in a row everybody has to be at rest: somebody may just be about to say something. */
const restful = 10

function isQuiet({ store }: Client, revision: number): boolean {
  const { pending, confirmed } = store.state.get()
  return pending.length === 0 && confirmed.revision === revision
}

/** Everything works again: everybody comes back, hears that there may be something new, and gets the time to finish. */
export async function heal({ world, networkId, clients }: Group): Promise<boolean> {
  for (const { wire } of clients) {
    wire.isOnline = true
    wire.drops.length = 0
  }
  for (let waited = 0, rests = 0; waited < patience; waited += 1) {
    const { revision } = await world.store().read(networkId)
    const late = clients.filter((client) => !isQuiet(client, revision))
    rests = late.length === 0 ? rests + 1 : 0
    if (rests === restful) return true
    for (const { store } of late) if (waited % 20 === 0) store.catchUp(Number.MAX_SAFE_INTEGER).catch(() => undefined)
    await turns(2)
  }
  return false
}

/** A network as one short text: the same for two exactly if they hold the same. */
export function hashOf(snapshot: Snapshot): string {
  const rows = entityNames.map((entity) => [...snapshot.tables[entity].values()].map((each) => JSON.stringify(sorted(each))).toSorted())
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}

export type Findings = {
  /** neither saved nor refused in words */
  readonly lost: readonly string[]
  /** saved more than once, or saved although its person was told that it was not */
  readonly doubled: readonly string[]
  /** saved over something that its person had not seen */
  readonly overwritten: readonly string[]
}

/** The change sets that an edit led to; undo and redo are others. */
function savedBy(log: readonly ChangeSet[], { value }: Edit): ChangeSet[] {
  return log.filter(({ undoOf, changes }) => undoOf === null && changes.some(({ after }) => JSON.stringify(after).includes(`"${value}"`)))
}

/** Whether a change set went over a value of somebody else that its person had not seen. */
function isOverwrite(log: readonly ChangeSet[], set: ChangeSet, { place, seen }: Edit): boolean {
  if (place === null) return false
  const { id, field } = place
  const changeIn = ({ changes }: ChangeSet) => changes.find((each) => each.id === id && each.after?.[field] !== undefined)
  const last = log.findLast((each) => each.revision < set.revision && changeIn(each) !== undefined)
  return last?.actor !== set.actor && !isSame(changeIn(set)?.before?.[field], seen)
}

/** Holds the log of the server against what people did and were told. */
export function findingsIn({ edits, clients }: Group, log: readonly ChangeSet[]): Findings {
  const saved = edits.map((each) => ({ edit: each, sets: savedBy(log, each) }))
  const undone = clients.filter(
    ({ wire, undos }) => log.filter(({ undoOf, actor }) => undoOf !== null && actor === `client-${wire.client}`).length > undos,
  )
  return {
    lost: saved.filter(({ edit: { refusals }, sets }) => sets.length === 0 && refusals === 0).map(({ edit: { value } }) => value),
    doubled: [
      ...saved.filter(({ edit: { refusals }, sets }) => sets.length + refusals > 1).map(({ edit: { value } }) => value),
      ...undone.map(({ wire }) => `a step back of client ${wire.client}`),
    ],
    overwritten: saved.filter(({ edit: each, sets }) => sets.some((set) => isOverwrite(log, set, each))).map(({ edit: { value } }) => value),
  }
}
