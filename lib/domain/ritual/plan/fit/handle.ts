import { call } from '../../../command/call.ts'
import type { RitualItem } from '../../../entity.ts'
import { asId } from '../../../ids.ts'
import { leadsOf } from '../../../own-nodes.ts'
import { sentenceText } from '../../../plan/sentence.ts'
import { find, referring } from '../../../snapshot.ts'
import { addDays } from '../../../time.ts'
import { suggestedFor } from '../commit-state.ts'
import { actionText } from '../open-action.ts'
import type { Finding, FitScope, Fix, FixGiven, Found, Handled } from './finding.ts'
import { nothing } from './fixes.ts'

type Bare = Omit<Found, 'own'>

/** What an entry of a session can hold. */
const longestText = 4_000

function howOf({ kind, status, ownerId }: RitualItem): Handled['how'] | null {
  if (kind === 'risk') return status === 'accepted' ? 'accepted' : null
  if (kind === 'action') return status === 'dropped' || ownerId === null ? null : 'assigned'
  return kind === 'talk' && status === 'open' ? 'talk' : null
}

/** An action about a need deals with whatever is found about it; a risk is accepted of one finding only. */
function speaksOf({ kind, subject, about, key }: RitualItem, { rule, subjects: [first] }: Bare): boolean {
  if (subject !== first.entity || about !== first.id) return false
  return key === rule || (first.entity === 'dependency' && kind !== 'risk')
}

const order: readonly Handled['how'][] = ['accepted', 'assigned', 'talk']

/** How the session has dealt with a finding; null where nobody has. Cost O(entries of the session). Spec: PL54. */
export function handledBy({ snapshot, ritualId }: FitScope, found: Bare): Handled | null {
  if (ritualId === null) return null
  const entries = referring(snapshot, 'ritualItem', 'ritualId', ritualId).flatMap((item): Handled[] => {
    const how = speaksOf(item, found) ? howOf(item) : null
    return how === null ? [] : [{ how, itemId: item.id }]
  })
  return entries.toSorted((a, b) => order.indexOf(a.how) - order.indexOf(b.how))[0] ?? null
}

/** What an action about a finding would say: what is to be done where that is one thing, else what was found. */
function taskOf({ snapshot }: FitScope, { rule, subjects, sentence }: Bare): string {
  if (rule !== 'ring') return sentenceText(sentence).slice(0, longestText)
  const titles = subjects.flatMap(({ entity, id }) => (entity === 'keyResult' ? (find(snapshot, 'keyResult', id)?.title ?? []) : []))
  return `Break the ring of ${titles.map((title) => `“${title}”`).join(' and ')}`.slice(0, longestText)
}

/** What an action about a finding would say, whom and which day one would take first. */
function suggestionFor(scope: FitScope, found: Bare): FixGiven {
  const { snapshot, assessment } = scope
  const { today } = assessment
  const { subjects, nodeIds } = found
  const [first] = subjects
  const need = first.entity === 'dependency' ? find(snapshot, 'dependency', first.id) : undefined
  if (need) return { ...suggestedFor(snapshot, need, today), text: actionText(snapshot, need) }
  const owner = find(snapshot, 'keyResult', first.id)?.ownerId ?? nodeIds.flatMap((id) => leadsOf(snapshot, id, today))[0] ?? null
  return { ownerId: owner, dueOn: addDays(today, 7), text: taskOf(scope, found) }
}

function entryOf({ rule, subjects: [{ entity, id }], nodeIds }: Bare): Pick<RitualItem, 'subject' | 'about' | 'key' | 'nodeId'> {
  const [nodeId] = nodeIds
  return { subject: entity, about: id, key: rule, nodeId: nodeId === undefined ? null : asId<'node'>(nodeId) }
}

/**
 * What a session can do about any finding: give it an owner and a day, let both sides talk, accept the risk.
 *
 * @returns none without a session, and none of which it has done already
 * Cost that of `handledBy`. Spec: PL54.
 */
export function sessionFixes(scope: FitScope, found: Bare): Fix[] {
  const { ritualId } = scope
  if (ritualId === null) return []
  const suggestion = suggestionFor(scope, found)
  const about = { ritualId: asId<'ritual'>(ritualId), ...entryOf(found) }
  const text = sentenceText(found.sentence).slice(0, longestText)
  const isNeed = found.subjects[0].entity === 'dependency'
  const accept: Fix['calls'] = (_given, freshId) => [
    call('ritualItem.create', { ...about, id: freshId('ritualItem'), kind: 'risk', text, status: 'accepted' }),
  ]
  const assign: Fix['calls'] = ({ ownerId, dueOn, text: said }, freshId) => [
    call('ritualItem.create', { ...about, id: freshId('ritualItem'), kind: 'action', text: said ?? suggestion.text ?? text, ownerId, dueOn }),
  ]
  const talk: Fix['calls'] = (_given, freshId) => [call('ritualItem.create', { ...about, id: freshId('ritualItem'), kind: 'talk', text })]
  return [
    { id: 'assign', key: 'A', label: 'Give it an owner', asks: ['ownerId', 'dueOn'], suggested: suggestion, calls: assign },
    ...(isNeed ? [{ id: 'talk', key: 'T', label: 'Let both sides talk', asks: [], suggested: nothing, calls: talk } as const] : []),
    { id: 'accept', key: 'R', label: 'Accept the risk', asks: [], suggested: nothing, calls: accept },
  ]
}

/** Whether a finding still asks for something: nobody has accepted its risk or taken it on. Cost O(1). Spec: PL54. */
export function isOpenFinding({ handled }: Pick<Finding, 'handled'>): boolean {
  return handled === null || handled.how === 'talk'
}
