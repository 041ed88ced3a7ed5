import { system } from '../../../lib/domain/access.ts'
import { type Checked, type CheckFinding, checkFindings } from '../../../lib/domain/checks/findings.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { type EntityName, type Id, newId } from '../../../lib/domain/ids.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork, type SketchedKeyResult, type SketchedNeed, sketch } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>
type Records = Partial<Record<EntityName, readonly Loose[]>>

/** A day in the middle of cycle `q`: 2027-01-01 to 2027-03-31. */
export const today = '2027-02-01'

/** Everything that is found in cycle `q` on a day. */
export function checked(snapshot: Snapshot, { on = today, cycleId = 'q' }: { on?: string; cycleId?: string | null } = {}): Checked {
  return checkFindings(snapshot, assess(snapshot, { today: on, cycleId }))
}

/** What a rule finds. */
export function foundBy(rule: string, snapshot: Snapshot, on = today): readonly CheckFinding[] {
  return checked(snapshot, { on }).findings.filter((each) => each.rule === rule)
}

/** What a rule says. */
export function saidBy(rule: string, snapshot: Snapshot, on = today): string[] {
  return foundBy(rule, snapshot, on).map(({ sentence }) => sentenceText(sentence))
}

/** Ids in the order in which they are asked for. */
export function freshIds(): <E extends EntityName>(entity: E) => Id<E> {
  let count = 0
  return (entity) => {
    count += 1
    return newId(entity, `00000000-0000-7000-8000-00000000000${count}`)
  }
}

type Given = { readonly ownerId?: string; readonly dueOn?: string; readonly text?: string; readonly value?: number }

/** The commands of a fix of the first finding of a rule, with what is given, else what it suggests. */
export function fixCalls(snapshot: Snapshot, rule: string, fix: string, { on = today, ...given }: Given & { on?: string } = {}): CommandCall[] {
  const all = checked(snapshot, { on })
  const finding = [...all.findings, ...all.accepted].find((each) => each.rule === rule)
  const found = finding?.fixes.find(({ id }) => id === fix)
  if (!found) throw new Error(`${rule} has no fix ${fix}: ${finding?.fixes.map(({ id }) => id).join(', ')}`)
  return found.calls({ ...found.suggested, ...given }, freshIds())
}

/** Runs a fix as the program itself, on the snapshot in place. */
export function fix(snapshot: Snapshot, rule: string, id: string, given: Given & { on?: string } = {}): void {
  runCommands(snapshot, fixCalls(snapshot, rule, id, given), { actor: 'cli', who: system, now: `${given.on ?? today}T09:00:00Z` })
}

/** Nodes of areas `a` and `b` with what is given; the cycle `q` runs. */
export function nodes(ids: Readonly<Record<string, Loose>>, more: Records = {}): Snapshot {
  return sketch({
    cycle: [{ id: 'q', name: 'Q1' }],
    ...more,
    area: more.area ?? [
      { id: 'a', name: 'Customer value' },
      { id: 'b', name: 'Brand value' },
    ],
    node: Object.entries(ids).map(([id, fields]) => ({ id, areaId: 'a', ...fields })),
  })
}

/** One exchange. */
export function gives(fromNodeId: string, toNodeId: string, fields: Loose = {}): Loose {
  return { id: `${fromNodeId}-${toNodeId}`, fromNodeId, toNodeId, ...fields }
}

/** Key results that need each other; see `needsNetwork`. */
export function plan(
  keyResults: Readonly<Record<string, SketchedKeyResult>>,
  needs: readonly SketchedNeed[] = [],
  more: Partial<Record<EntityName, readonly Loose[]>> = {},
): Snapshot {
  return needsNetwork(keyResults, needs, more)
}
