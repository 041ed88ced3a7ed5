import { can } from '../access.ts'
import type { Ritual } from '../entity.ts'
import { ownNodes } from '../own-nodes.ts'
import { networkOf } from '../snapshot.ts'
import { dayIn } from '../time.ts'
import type { Notification, Told } from './notify.ts'
import { changesOf, recordAt, type View } from './view.ts'

/** Whom a session concerns: a plan and a walk all who can write, a check and a coffee the people of its node; and whoever was there. */
function peopleOf({ after }: View, { members, day }: Told, { kind, nodeId, attendeeIds }: Ritual): readonly string[] {
  const isOfAll = kind === 'plan' || kind === 'walk'
  const concerned = [...members].filter(([personId, role]) =>
    isOfAll ? can(role, 'write') : nodeId !== null && ownNodes(after, personId, day).has(nodeId),
  )
  return [...new Set([...concerned.map(([personId]) => personId), ...attendeeIds])]
}

/** Whether people are called together: a session that is open has got a day, or another one, after today. */
function isInvitation(view: View, { day }: Told, before: Ritual | undefined, { state, startsAt }: Ritual): boolean {
  if (state !== 'open' || startsAt === null || startsAt === before?.startsAt) return false
  return dayIn(networkOf(view.after).timeZone, startsAt) > day
}

function ofSessions(view: View, told: Told): Notification[] {
  return changesOf(view, 'ritual').flatMap(({ id }): Notification[] => {
    const [before, after] = [recordAt(view, 'before', 'ritual', id), recordAt(view, 'after', 'ritual', id)]
    if (!after) return []
    const isClosed = after.state === 'closed' && before?.state !== 'closed'
    if (!isClosed && !isInvitation(view, told, before, after)) return []
    const kind = isClosed ? 'minutes.published' : 'session.invited'
    return peopleOf(view, told, after).map((personId) => ({ personId, kind, subject: 'ritual', subjectId: id }))
  })
}

function ofActions(view: View): Notification[] {
  return changesOf(view, 'ritualItem').flatMap(({ id }): Notification[] => {
    const [before, after] = [recordAt(view, 'before', 'ritualItem', id), recordAt(view, 'after', 'ritualItem', id)]
    if (after?.kind !== 'action' || after.status !== 'open' || !after.ownerId) return []
    if (before?.kind === 'action' && before.ownerId === after.ownerId) return []
    return [{ personId: after.ownerId, kind: 'action.given', subject: 'ritualItem', subjectId: id }]
  })
}

/**
 * What a change set did to sessions: people are called together, minutes are there, an action is somebody's from now on.
 *
 * Cost O(changes · members). Spec: NO40-NO42.
 */
export function sessionNews(view: View, told: Told): readonly Notification[] {
  return [...ofSessions(view, told), ...ofActions(view)]
}
