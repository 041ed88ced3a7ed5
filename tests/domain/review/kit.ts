import { expect } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { type CommandInputs, type CommandName, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError, type ErrorCode } from '../../../lib/domain/error.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { sketch, textOf } from '../sketch.ts'

export const now = '2027-02-10T09:00:00Z'
export const today = '2027-02-10'

type Loose = Readonly<Record<string, unknown>>

const members = new Map<string, Role>([
  ['ana', 'contributor'],
  ['ben', 'contributor'],
  ['eve', 'editor'],
  ['flo', 'facilitator'],
  ['vic', 'viewer'],
])

/** Somebody of the network below; the program itself where nobody is named. */
export function as(personId: string | null): Who {
  return personId === null ? system : { personId, role: members.get(personId) ?? 'viewer', members }
}

/**
 * Three nodes: Ana leads `care` and is in `growth`, Ben leads `brand`. Care and Growth exchange with each other and with Brand; a key result
 * of Brand has a promise of Care's, and one of Growth asks Care.
 */
export function network(
  more: Partial<Record<'exchangeCheck' | 'proposal' | 'comment' | 'source' | 'participation', readonly Loose[]>> = {},
): Snapshot {
  return sketch({
    area: [{ id: 'customer' }, { id: 'image' }],
    node: [
      { id: 'care', name: 'Care', areaId: 'customer', slot: 0, activities: ['Support', 'Onboarding'], description: 'Keeps customers happy.' },
      { id: 'growth', name: 'Growth', areaId: 'customer', slot: 1, activities: ['Support', 'Campaigns'] },
      { id: 'brand', name: 'Brand', areaId: 'image', slot: 0 },
    ],
    person: ['ana', 'ben', 'eve', 'flo', 'vic'].map((id) => ({ id, name: id })),
    team: [{ id: 'red' }],
    participation: [
      { id: 'ana-care', nodeId: 'care', personId: 'ana', tier: 'lead' },
      { id: 'ana-growth', nodeId: 'growth', personId: 'ana', tier: 'core' },
      { id: 'red-care', nodeId: 'care', teamId: 'red', tier: 'core', from: '2027-01-01' },
      { id: 'red-growth', nodeId: 'growth', teamId: 'red', tier: 'core', from: '2027-01-01' },
      { id: 'ben-brand', nodeId: 'brand', personId: 'ben', tier: 'lead' },
      ...(more.participation ?? []),
    ],
    exchange: [
      { id: 'care-growth', fromNodeId: 'care', toNodeId: 'growth', deliverable: 'Leads' },
      { id: 'care-brand', fromNodeId: 'care', toNodeId: 'brand', deliverable: 'Stories' },
      { id: 'brand-growth', fromNodeId: 'brand', toNodeId: 'growth', deliverable: 'Trust' },
    ],
    cycle: [{ id: 'q' }],
    goal: [{ id: 'goal' }],
    objective: [
      { id: 'o-care', nodeId: 'care', cycleId: 'q', goalIds: ['goal'] },
      { id: 'o-care-2', nodeId: 'care', cycleId: 'q' },
      { id: 'o-growth', nodeId: 'growth', cycleId: 'q' },
      { id: 'o-brand', nodeId: 'brand', cycleId: 'q' },
    ],
    keyResult: [
      { id: 'k-care', objectiveId: 'o-care' },
      { id: 'k-care-2', objectiveId: 'o-care-2' },
      { id: 'k-growth', objectiveId: 'o-growth' },
      { id: 'k-brand', objectiveId: 'o-brand' },
    ],
    dependency: [
      { id: 'promised', consumerKeyResultId: 'k-brand', supplierKeyResultId: 'k-care', supplierNodeId: 'care', what: 'Stories', state: 'promised' },
      { id: 'asked', consumerKeyResultId: 'k-growth', supplierNodeId: 'care', what: 'Leads', state: 'requested' },
    ],
    checkIn: [{ id: 'check-in', keyResultId: 'k-care', at: '2027-01-20T09:00:00Z', value: 1 }],
    comment: [
      { id: 'about-care', subject: 'node', subjectId: 'care', personId: 'ana', at: '2027-01-20T09:00:00Z' },
      { id: 'about-leads', subject: 'exchange', subjectId: 'care-growth', personId: 'ana', at: '2027-01-20T09:00:00Z' },
      ...(more.comment ?? []),
    ],
    source: [{ id: 'of-care', subject: 'node', subjectId: 'care' }, ...(more.source ?? [])],
    exchangeCheck: more.exchangeCheck ?? [],
    proposal: more.proposal ?? [],
  })
}

/** Runs one command as somebody. */
export function run<N extends CommandName>(snapshot: Snapshot, personId: string | null, name: N, input: CommandInputs[N]) {
  return runCommands(snapshot, [call(name, input)], { actor: personId ?? 'cli', who: as(personId), now })
}

/** The refusal of a command; the network has to be as it was. */
export function refusal<N extends CommandName>(snapshot: Snapshot, personId: string | null, name: N, input: CommandInputs[N]): DomainError {
  const before = textOf(snapshot)
  try {
    run(snapshot, personId, name, input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    expect(textOf(snapshot)).toBe(before)
    return error
  }
  throw new Error(`${name} was not refused`)
}

/** Code and paths of a refusal. */
export function refused<N extends CommandName>(...given: Parameters<typeof refusal<N>>): readonly [ErrorCode, ...string[]] {
  const { code, details } = refusal(...given)
  return [code, ...(details.faults ?? []).map(({ path }) => path)]
}
