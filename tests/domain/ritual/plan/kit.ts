import type { system, Who } from '../../../../lib/domain/access.ts'
import type { Change } from '../../../../lib/domain/change.ts'
import type { CommandCall } from '../../../../lib/domain/command/call.ts'
import { runCommands } from '../../../../lib/domain/command/run.ts'
import { type EntityName, type Id, newId } from '../../../../lib/domain/ids.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Finding, FixId } from '../../../../lib/domain/ritual/plan/fit/finding.ts'
import { type FitOptions, fitFindings } from '../../../../lib/domain/ritual/plan/fit/findings.ts'
import { makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { Role } from '../../../../lib/domain/vocabulary.ts'
import { sketch } from '../../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

/** The second week of March: Q1 is under way, Q2 is planned. */
export const now = '2027-03-15T09:00:00Z'
export const today = '2027-03-15'

const roles = { ana: 'contributor', ben: 'contributor', fay: 'facilitator', olga: 'owner', eva: 'editor' } as const satisfies Record<string, Role>
export type PersonOfPlan = keyof typeof roles

const members: ReadonlyMap<string, Role> = new Map(Object.entries(roles))

export function who(person: PersonOfPlan): Who {
  return { personId: person, role: roles[person], members }
}

const cycles = [
  { id: 'y26', name: '2026', startsOn: '2026-01-01', endsOn: '2026-12-31', phase: 'closed' },
  { id: 'q4', name: '2026-Q4', startsOn: '2026-10-01', endsOn: '2026-12-31', phase: 'closed' },
  { id: 'q1', name: '2027-Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' },
  { id: 'q2', name: '2027-Q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' },
]

/** Ana leads Billing, Ben leads Platform, nobody leads Brand. */
const base = {
  cycle: cycles,
  area: [
    { id: 'customer', name: 'Customer value' },
    { id: 'innovation', name: 'Innovation value' },
  ],
  node: [
    { id: 'billing', name: 'Billing', areaId: 'customer' },
    { id: 'brand', name: 'Brand', areaId: 'customer' },
    { id: 'platform', name: 'Platform', areaId: 'innovation' },
  ],
  person: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
    { id: 'fay', name: 'Fay' },
    { id: 'olga', name: 'Olga' },
    { id: 'eva', name: 'Eva' },
  ],
  participation: [
    { id: 'pa1', nodeId: 'billing', personId: 'ana', tier: 'lead' },
    { id: 'pa2', nodeId: 'platform', personId: 'ben', tier: 'lead' },
  ],
}

/** The session in which Q2 is planned, led by Fay. */
export const session = { id: 'rit', kind: 'plan', title: 'Planning 2027-Q2', phase: 'fit', cycleId: 'q2', facilitatorId: 'fay', code: 'ABC234' }

/** A network with three nodes and four cycles; records that are given are added to it. */
export function network(more: Partial<Record<EntityName, readonly Loose[]>> = {}): Snapshot {
  const names = new Set([...Object.keys(base), ...Object.keys(more)])
  const lists = Array.from(names, (name) => [name, [...listIn(base, name), ...listIn(more, name)]])
  return sketch(Object.fromEntries(lists))
}

function listIn(from: object, name: string): readonly Loose[] {
  return castList(Reflect.get(from, name) ?? [])
}

/** Guaranteed by the callers: these are lists of sketched records. */
function castList(list: unknown): readonly Loose[] {
  return list as readonly Loose[]
}

/** Key results by id: each under an objective of its own on a node, in a cycle (Q2 unless it says otherwise). */
export function plan(
  keyResults: Readonly<Record<string, Loose & { readonly node: string; readonly cycle?: string }>>,
  needs: readonly Loose[] = [],
  more: Partial<Record<EntityName, readonly Loose[]>> = {},
): Snapshot {
  const placed = Object.entries(keyResults).map(([id, { node, cycle = 'q2', ...fields }]) => ({ id, node, cycle, fields }))
  return network({
    ...more,
    objective: placed.map(({ id, node, cycle }) => ({ id: `obj-${id}`, title: `Aim of ${id}`, nodeId: node, cycleId: cycle })),
    keyResult: placed.map(({ id, fields }) => ({ id, objectiveId: `obj-${id}`, title: id, ...fields })),
    dependency: needs.map((fields, at) => ({ id: `d${at + 1}`, state: 'requested', ...fields })),
    ritual: [session, ...(more.ritual ?? [])],
  })
}

export function run(snapshot: Snapshot, person: PersonOfPlan | typeof system, calls: CommandCall | readonly CommandCall[], at = now): Change[] {
  const list: readonly CommandCall[] = 'name' in calls ? [calls] : calls
  const context = typeof person === 'string' ? { actor: person, who: who(person), now: at } : { actor: 'cli', who: person, now: at }
  return runCommands(snapshot, list, context)
}

/** Ids in the order in which they are asked for. */
export function freshIds(): <E extends EntityName>(entity: E) => Id<E> {
  let count = 0
  return (entity) => {
    count += 1
    return newId(entity, String(count))
  }
}

export function findings(snapshot: Snapshot, options: FitOptions = {}, cycleId: string | null = 'q2'): Finding[] {
  return fitFindings(snapshot, assess(snapshot, { today, cycleId }), options)
}

/** What the findings of a rule say. */
export function said(snapshot: Snapshot, rule: Finding['rule'], options: FitOptions = {}): string[] {
  return findings(snapshot, options).flatMap((each) => (each.rule === rule ? [sentenceText(each.sentence)] : []))
}

/** The commands of a fix of the first finding of a rule, with what it suggests. */
export function fixCalls(snapshot: Snapshot, rule: Finding['rule'], fixId: FixId, options: FitOptions = {}): CommandCall[] {
  const fix = findings(snapshot, options)
    .find((each) => each.rule === rule)
    ?.fixes.find(({ id }) => id === fixId)
  if (!fix) throw new Error(`${rule} has no fix ${fixId}`)
  return fix.calls({ ...fix.suggested, text: fix.suggested.text ?? 'Not in this quarter' }, freshIds())
}

/** The same records with every table in another order. */
export function shuffled({ tables, revision }: Snapshot, seed: number): Snapshot {
  const lists = Object.entries(tables).map(([entity, table]) => {
    const records = [...table.values()]
    const order = records.map((record, at) => ({ record, key: ((at + 1) * (seed * 2 + 1) * 2_654_435_761) % 4_294_967_296 }))
    return [entity, order.toSorted((a, b) => a.key - b.key).map(({ record }) => record)]
  })
  return makeSnapshot(Object.fromEntries(lists), revision)
}
