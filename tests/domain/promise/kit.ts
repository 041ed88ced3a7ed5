import type { system, Who } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { PromiseMoveName, Role } from '../../../lib/domain/vocabulary.ts'
import { needsNetwork, type SketchedNeed } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

export const now = '2027-02-10T09:00:00Z'
export const today = '2027-02-10'

const roles = {
  ana: 'contributor',
  ben: 'contributor',
  carl: 'contributor',
  cleo: 'contributor',
  eva: 'editor',
  olga: 'owner',
  fay: 'facilitator',
  vic: 'viewer',
} as const satisfies Record<string, Role>

export type PersonOfTest = keyof typeof roles

const members: ReadonlyMap<string, Role> = new Map(Object.entries(roles))

/** Ana leads Billing, which needs; Ben leads Platform, which gives; Carl works in Billing; Cleo leads a third node. */
export function who(person: PersonOfTest): Who {
  return { personId: person, role: roles[person], members }
}

export function contextOf(person: PersonOfTest | typeof system, at = now): CommandContext {
  return typeof person === 'string' ? { actor: person, who: who(person), now: at } : { actor: 'cli', who: person, now: at }
}

const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
  { id: 'carl', name: 'Carl' },
  { id: 'cleo', name: 'Cleo' },
  { id: 'eva', name: 'Eva' },
  { id: 'olga', name: 'Olga' },
]

const participation = [
  { id: 'pa1', nodeId: 'billing', personId: 'ana', tier: 'lead' },
  { id: 'pa2', nodeId: 'platform', personId: 'ben', tier: 'lead' },
  { id: 'pa3', nodeId: 'billing', personId: 'carl', tier: 'core' },
  { id: 'pa4', nodeId: 'third', personId: 'cleo', tier: 'lead' },
]

/** Two key results of Billing, two of Platform and one of a third node, with needs between them. */
export function network(needs: readonly SketchedNeed[] = [], more: Parameters<typeof needsNetwork>[2] = {}): Snapshot {
  const keyResults = {
    need: { node: 'billing' },
    beside: { node: 'billing' },
    give: { node: 'platform' },
    spare: { node: 'platform' },
    other: { node: 'third' },
  }
  return needsNetwork(keyResults, needs, { person: people, participation, ...more })
}

/** One promise between Billing and Platform, called `d1`, for 2027-03-01 unless it says otherwise. */
export function promise(fields: Loose = {}, moves: readonly Loose[] = []): Snapshot {
  const need = { supplier: 'give', consumer: 'need', what: 'SSO live', state: 'requested', neededOn: '2027-03-01', ...fields }
  return network([need], { promiseMove: moves.map((each, at) => ({ id: `m${at}`, dependencyId: 'd1', at: '2027-02-04T09:00:00Z', ...each })) })
}

let moveCount = 0

/** A move of `d1` as a command. */
export function moveCall(move: PromiseMoveName, given: Loose = {}): CommandCall {
  moveCount += 1
  return { name: 'promise.move', input: { id: 'd1', moveId: `move${moveCount}`, move, ...given } }
}

export function run(snapshot: Snapshot, person: PersonOfTest | typeof system, calls: CommandCall | readonly CommandCall[], at = now): Change[] {
  const list: readonly CommandCall[] = 'name' in calls ? [calls] : calls
  return runCommands(snapshot, list, contextOf(person, at))
}

/** Moves `d1`. @returns it as it is afterwards */
export function move(snapshot: Snapshot, person: PersonOfTest | typeof system, name: PromiseMoveName, given: Loose = {}): Dependency {
  run(snapshot, person, moveCall(name, given))
  return get(snapshot, 'dependency', 'd1')
}

/** Why something was refused. */
export function refusal(act: () => unknown): DomainError {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** Code and paths of a refusal. */
export function refused(act: () => unknown): readonly string[] {
  const { code, details } = refusal(act)
  return [code, ...(details.faults ?? []).map(({ path }) => path)]
}
