import type { Ritual } from '../entity.ts'
import { DomainError } from '../error.ts'
import { get, listOf, type Snapshot } from '../snapshot.ts'
import { checkPhases, coffeePhases, planPhases, type RitualKind, type RitualPhase, walkPhases } from '../vocabulary.ts'

const phases: Record<RitualKind, readonly [RitualPhase, ...RitualPhase[]]> = {
  plan: planPhases,
  walk: walkPhases,
  check: checkPhases,
  coffee: coffeePhases,
}

/** The phases of a kind of ritual, in their order. Cost O(1). Spec: RI4. */
export function phasesOf(kind: RitualKind): readonly [RitualPhase, ...RitualPhase[]] {
  return phases[kind]
}

/** Whether a phase belongs to a kind of ritual. Cost O(phases). Spec: RI4. */
export function isPhaseOf(kind: RitualKind, phase: RitualPhase): boolean {
  return phases[kind].includes(phase)
}

/** What a ritual is about: of those that are open at most one has the same. */
export type About = Pick<Ritual, 'kind' | 'cycleId' | 'nodeId'>

/**
 * The open ritual of a kind: the plan of a cycle, the walk of the network, the check of a node. A coffee is open for nobody but its own people.
 *
 * Cost O(rituals). Spec: RI3.
 */
export function openRitual(snapshot: Snapshot, { kind, cycleId, nodeId }: About): Ritual | undefined {
  if (kind === 'coffee') return undefined
  return listOf(snapshot, 'ritual').find(
    (each) =>
      each.kind === kind && each.state === 'open' && (kind !== 'plan' || each.cycleId === cycleId) && (kind !== 'check' || each.nodeId === nodeId),
  )
}

/**
 * Lets a ritual be open only where no other is open about the same.
 *
 * @throws DomainError RITUAL_OPEN with the id of the other
 * Cost O(rituals). Spec: RI3.
 */
export function refuseSecond(snapshot: Snapshot, { id, ...about }: About & Pick<Ritual, 'id'>): void {
  const other = openRitual(snapshot, about)
  if (!other || other.id === id) return
  throw new DomainError('RITUAL_OPEN', `“${other.title}” is open already. Join it, or close it first.`, { id: other.id })
}

/** @throws DomainError NOT_FOUND; RITUAL_OVER where it was closed or cancelled. Cost O(1). Spec: RI9. */
export function requireOpen(snapshot: Snapshot, id: string): Ritual {
  const ritual = get(snapshot, 'ritual', id)
  if (ritual.state === 'open') return ritual
  throw new DomainError('RITUAL_OVER', `“${ritual.title}” is ${ritual.state}. Open the next one.`, { id, state: ritual.state })
}
