import { can } from '../access.ts'
import type { Ritual } from '../entity.ts'
import { ownNodes } from '../own-nodes.ts'
import { networkOf } from '../snapshot.ts'
import { dayIn } from '../time.ts'
import type { NotificationKind } from './kinds.ts'
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

/** Whether people who were called together are not any more: it was still to come. */
function isCalledOff(view: View, { day }: Told, before: Ritual | undefined, { state, startsAt }: Ritual): boolean {
  if (state !== 'cancelled' || before?.state !== 'open' || startsAt === null) return false
  return dayIn(networkOf(view.after).timeZone, startsAt) >= day
}

function kindOf(view: View, told: Told, before: Ritual | undefined, after: Ritual): NotificationKind | null {
  if (after.state === 'closed' && before?.state !== 'closed') return 'minutes.published'
  if (isCalledOff(view, told, before, after)) return 'session.cancelled'
  return isInvitation(view, told, before, after) ? 'session.invited' : null
}

function ofSessions(view: View, told: Told): Notification[] {
  return changesOf(view, 'ritual').flatMap(({ id }): Notification[] => {
    const [before, after] = [recordAt(view, 'before', 'ritual', id), recordAt(view, 'after', 'ritual', id)]
    if (!after) return []
    const kind = kindOf(view, told, before, after)
    if (kind === null) return []
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
 * What a change set did to sessions: people are called together or told that they are not any more, minutes are there, an action is somebody's from now on.
 *
 * Cost O(changes · members). Spec: NO40-NO42, NO48.
 */
export function sessionNews(view: View, told: Told): readonly Notification[] {
  return [...ofSessions(view, told), ...ofActions(view)]
}
