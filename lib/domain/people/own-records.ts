import { find, listOf, referring, type Snapshot } from '../snapshot.ts'

function owned(snapshot: Snapshot, personId: string) {
  const titles = (entity: 'objective' | 'keyResult') => referring(snapshot, entity, 'ownerId', personId).map(({ id, title }) => ({ id, title }))
  return {
    objectives: titles('objective'),
    keyResults: titles('keyResult'),
    healthMetrics: referring(snapshot, 'healthMetric', 'ownerId', personId).map(({ id, name }) => ({ id, name })),
    acceptedFindings: referring(snapshot, 'acceptance', 'ownerId', personId),
    whatIfs: referring(snapshot, 'whatIf', 'ownerId', personId),
  }
}

function said(snapshot: Snapshot, personId: string) {
  return {
    checkIns: referring(snapshot, 'checkIn', 'personId', personId),
    promiseMoves: referring(snapshot, 'promiseMove', 'personId', personId),
    comments: listOf(snapshot, 'comment').filter((comment) => comment.personId === personId || comment.mentionIds.some((id) => id === personId)),
    resolved: referring(snapshot, 'comment', 'resolvedById', personId).map(({ id, resolvedAt }) => ({ id, at: resolvedAt })),
    readings: referring(snapshot, 'healthReading', 'personId', personId),
    looks: referring(snapshot, 'exchangeCheck', 'personId', personId),
    reasons: referring(snapshot, 'reason', 'personId', personId),
    namedSnapshots: referring(snapshot, 'mark', 'personId', personId),
    proposals: referring(snapshot, 'proposal', 'personId', personId),
    decisions: referring(snapshot, 'proposal', 'decidedById', personId).map(({ id, title, state, decision, decidedAt }) => ({
      ...{ id, title, state, decision },
      at: decidedAt,
    })),
  }
}

function held(snapshot: Snapshot, personId: string) {
  const rituals = listOf(snapshot, 'ritual')
  return {
    sessions: rituals
      .map(({ id, title, at, personId: openerId, facilitatorId }) => ({
        id,
        title,
        at,
        opened: openerId === personId,
        led: facilitatorId === personId,
      }))
      .filter(({ opened, led }) => opened || led),
    attended: referring(snapshot, 'ritual', 'attendeeIds', personId).map(({ id, title, at }) => ({ id, title, at })),
    entries: listOf(snapshot, 'ritualItem').filter((item) => item.personId === personId || item.ownerId === personId),
    signatures: referring(snapshot, 'signOff', 'personId', personId),
  }
}

/**
 * What a person has in a network: everything that refers to the person. What others wrote is told by its title, unless it mentions the person.
 *
 * Cost O(comments + sessions and their entries + records of the person). Spec: PV19.
 */
export function ownRecords(snapshot: Snapshot, personId: string) {
  return {
    person: find(snapshot, 'person', personId) ?? null,
    participations: referring(snapshot, 'participation', 'personId', personId),
    ...owned(snapshot, personId),
    ...said(snapshot, personId),
    ...held(snapshot, personId),
  }
}
