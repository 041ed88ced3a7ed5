import { type CommandCall, call } from '../../../../lib/domain/command/call.ts'
import type { Node, Ritual } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import type { NewId } from '../../../../lib/domain/ritual/check/numbers.ts'
import { parseLine } from '../../../../lib/domain/ritual/line.ts'
import { listOf, networkOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import type { Said } from './use-change.ts'

/** What a team lets go at the end of its check. */
export type Leaving = { readonly statement: boolean; readonly change: boolean }

export type Finishing = {
  readonly ritual: Ritual
  readonly node: Node
  /** the change and the share that the room wrote */
  readonly said: Said
  readonly text: string
  readonly leaving: Leaving
  readonly attendeeIds: readonly string[]
  readonly guests: number
  /** the instant for which the next check is booked; null where none is */
  readonly nextAt: string | null
  readonly today: string
}

const subject = { subject: 'node' } as const

const verbs: Record<Said['kind'], string> = { start: 'Start', stop: 'Stop' }

/** What of the change and the share has been said, in words. */
export function saidInWords({ kind, text, share }: Said): string[] {
  const change = text.trim() === '' ? [] : [`${verbs[kind]}: ${text.trim()}`]
  return [...change, ...(share === null ? [] : [`${share} % of last week went to these key results`])]
}

function changeCalls(snapshot: Snapshot, { ritual, node, said, leaving, today }: Finishing, newId: NewId): CommandCall[] {
  if (!leaving.change) return []
  const about = { ritualId: ritual.id, ...subject, about: node.id, nodeId: node.id }
  const { weekStart } = networkOf(snapshot)
  const { text, ownerId, dueOn } = parseLine(said.text, { people: listOf(snapshot, 'person'), today, weekStart })
  const owner = ownerId === null ? null : asId<'person'>(ownerId)
  const change = { kind: 'action', key: said.kind, text: `${verbs[said.kind]}: ${text}`, ownerId: owner, dueOn } as const
  const share = { kind: 'share', key: 'lastWeek', text: `${said.share} % of last week went to these key results` } as const
  return [
    ...(text === '' ? [] : [call('ritualItem.create', { id: newId('ritualItem'), ...about, ...change })]),
    ...(said.share === null ? [] : [call('ritualItem.create', { id: newId('ritualItem'), ...about, ...share, value: said.share })]),
  ]
}

/** The end of a check as one change set: what the team lets go, the end itself, and the next check. A text that is kept is written nowhere. */
export function finishCalls(snapshot: Snapshot, finishing: Finishing, newId: NewId): CommandCall[] {
  const { ritual, node, text, leaving, attendeeIds, guests, nextAt } = finishing
  const present = attendeeIds.map((id) => asId<'person'>(id))
  const booked = { id: newId('ritual'), kind: 'check', nodeId: node.id, isTogether: ritual.isTogether } as const
  return [
    ...changeCalls(snapshot, finishing, newId),
    call('ritual.close', { id: ritual.id, attendeeIds: present, guests, statement: leaving.statement ? text : null }),
    ...(nextAt === null ? [] : [call('ritual.open', { ...booked, startsAt: nextAt })]),
  ]
}
