import { call } from '../domain/command/call.ts'
import { type HealthDraft, parseHealthLine } from '../domain/health/line.ts'
import { bandText } from '../domain/health/sentence.ts'
import { asId } from '../domain/ids.ts'
import { resolvePerson } from '../domain/quick-add/resolve.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { freshId } from './fresh-id.ts'
import type { Created } from './outline/create.ts'
import { type NewPeople, personFor } from './outline/create-key-result.ts'
import type { LineChip } from './quick-line.ts'

type Place = { readonly nodeId: string; readonly rank?: number }

/** The commands that make a health metric of what was read, and its owner where nobody has that name yet. */
export function healthMetricCalls(
  snapshot: Snapshot,
  draft: HealthDraft & { readonly current?: number | null },
  { nodeId, rank }: Place,
  made: NewPeople = new Map(),
): Created {
  const { name, owner, current, ...band } = draft
  const person = personFor(snapshot, owner, made)
  const id = freshId('healthMetric')
  const input = { id, nodeId: asId<'node'>(nodeId), name: name.slice(0, 500), ...band, ownerId: person.id }
  const reading =
    current === undefined || current === null
      ? []
      : [call('healthReading.create', { id: freshId('healthReading'), healthMetricId: id, value: current, note: null })]
  return { id, calls: [...person.calls, call('healthMetric.create', rank === undefined ? input : { ...input, rank }), ...reading] }
}

/** A new health metric out of one typed line. Null where the line is empty. */
export function createHealthMetric(snapshot: Snapshot, place: Place, text: string): Created | null {
  const draft = parseHealthLine(text)
  return draft.name === '' ? null : healthMetricCalls(snapshot, draft, place)
}

/** What was understood of a line, in words. */
export function healthChips(snapshot: Snapshot, text: string): LineChip[] {
  const draft = parseHealthLine(text)
  const band = bandText(draft)
  const owner = draft.owner === null ? null : resolvePerson(snapshot, draft.owner)
  const chips: (LineChip | null)[] = [
    { key: 'band', text: band ?? 'no band yet: 80..100 %, at least 95 %, ≤ 4 h', isDoubtful: band === null },
    draft.tolerance === null ? null : { key: 'tolerance', text: `amber up to ${draft.tolerance} outside`, isDoubtful: false },
    owner === null ? null : { key: 'owner', text: owner.match?.name ?? `${draft.owner} (new person)`, isDoubtful: owner.candidates.length > 1 },
  ]
  return chips.filter((chip) => chip !== null)
}
