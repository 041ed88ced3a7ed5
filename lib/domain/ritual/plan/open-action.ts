import type { Dependency, RitualItem } from '../../entity.ts'
import { referring, type Snapshot } from '../../snapshot.ts'
import { sidesOf, thingOf } from './needs.ts'

/** The action of a session that is about a need; undefined where nobody has taken it on. Cost O(entries of the session). Spec: PL24. */
export function actionFor(snapshot: Snapshot, ritualId: string, dependencyId: string): RitualItem | undefined {
  return referring(snapshot, 'ritualItem', 'ritualId', ritualId).find(
    ({ kind, subject, about, status }) => kind === 'action' && subject === 'dependency' && about === dependencyId && status !== 'dropped',
  )
}

/**
 * What has to be done about a need that nobody has promised, as an action: “Get an answer from Platform on “SSO live””.
 *
 * @returns a text without names of people
 * Cost O(1). Spec: PL26.
 */
export function actionText(snapshot: Snapshot, need: Dependency): string {
  const thing = thingOf(snapshot, need)
  const { consumer, supplier } = sidesOf(snapshot, need)
  switch (need.state) {
    case 'draft':
      return `Ask ${supplier} for ${thing}`
    case 'offered':
      return `Answer the offer of ${supplier}: ${thing}`
    case 'countered':
      return need.counteredBy === 'consumer' ? `Get an answer from ${supplier} on ${thing}` : `Answer what ${supplier} proposed on ${thing}`
    case 'declined':
      return `Find another way to ${thing}, which ${supplier} declined`
    case 'revoked':
      return `Find another way to ${thing}, which ${supplier} took back`
    default:
      return consumer === supplier ? `Decide on ${thing}` : `Get an answer from ${supplier} on ${thing}`
  }
}
