import type { Who } from '../access.ts'
import { type CommandCall, call } from '../command/call.ts'
import type { Acceptance } from '../entity.ts'
import { asId } from '../ids.ts'
import { inDocumentOrder } from '../okr/document-order.ts'
import { holdsOn } from '../own-nodes.ts'
import { mayNameOthers } from '../own-word.ts'
import type { FreshId } from '../ritual/plan/fit/finding.ts'
import { referring, type Snapshot } from '../snapshot.ts'
import { fixOf } from './fixes.ts'
import type { CheckFix, CheckScope, Found } from './rule.ts'

/** What was accepted, by finding; where one was accepted twice, the one that holds longer counts. Cost O(acceptances log acceptances). Spec: AL7. */
export function acceptancesOf({ tables }: Snapshot): ReadonlyMap<string, Acceptance> {
  const byFinding = new Map<string, Acceptance>()
  for (const each of inDocumentOrder(tables.acceptance)) {
    const known = byFinding.get(each.finding)
    if (!known || known.reviewOn <= each.reviewOn) byFinding.set(each.finding, each)
  }
  return byFinding
}

/** Whether an acceptance still hides its finding; on the day of its review it does not. Cost O(1). Spec: AL7. */
export function isHeld({ reviewOn }: Pick<Acceptance, 'reviewOn'>, today: string): boolean {
  return today < reviewOn
}

/** Somebody who leads the first node of a finding; null where nobody does. */
function leadOf({ snapshot, today }: CheckScope, [nodeId]: readonly string[]): string | null {
  if (nodeId === undefined) return null
  const leading = referring(snapshot, 'participation', 'nodeId', nodeId).filter((each) => each.tier === 'lead' && holdsOn(each, today))
  return leading.find(({ personId }) => personId !== null)?.personId ?? null
}

type Accepting = { readonly id: string; readonly rule: string; readonly acceptance: Acceptance | null }

/**
 * “Accept this, because …”, with an owner and a day; one that is accepted can be opened again, one whose day has come be accepted anew.
 *
 * Cost O(participations of its first node). Spec: AL7.
 */
export function acceptFix(scope: CheckScope, { nodeIds }: Pick<Found, 'nodeIds'>, { id, rule, acceptance }: Accepting): CheckFix {
  if (acceptance && isHeld(acceptance, scope.today))
    return fixOf({ id: 'reopen', key: 'R', label: 'Take it up again' }, () => [call('acceptance.delete', { id: acceptance.id })])
  const suggested = {
    ownerId: acceptance?.ownerId ?? leadOf(scope, nodeIds),
    dueOn: scope.reviewOn,
    text: acceptance?.because ?? null,
  }
  const ask = { id: 'accept', key: 'R', label: 'Accept this, because …', asks: ['text', 'ownerId', 'dueOn'], suggested } as const
  return fixOf(ask, ({ text, ownerId, dueOn }, freshId) => {
    const said = { because: text ?? '', ownerId: ownerId === null ? null : asId<'person'>(ownerId), reviewOn: dueOn ?? suggested.dueOn }
    if (acceptance) return [call('acceptance.update', { id: acceptance.id, set: said })]
    return [call('acceptance.create', { id: freshId('acceptance'), finding: id, rule, ...said })]
  })
}

/**
 * The ways to deal with a finding as somebody can take them: who may not name others accepts in the own name, and is not asked for one.
 *
 * Cost O(fixes). Spec: AL7, AC24.
 */
export function fixesFor(who: Who, fixes: readonly CheckFix[]): readonly CheckFix[] {
  const { personId } = who
  if (mayNameOthers(who)) return fixes
  return fixes.map((fix) => {
    if (fix.id !== 'accept') return fix
    return { ...fix, asks: fix.asks.filter((part) => part !== 'ownerId'), suggested: { ...fix.suggested, ownerId: personId } }
  })
}

/** What a fix would do once it is told what it asks for: enough to see whether somebody may. Cost that of the fix. Spec: AL82. */
export function trialOf({ calls, suggested }: CheckFix, freshId: FreshId): CommandCall[] {
  return calls({ ...suggested, text: suggested.text ?? '–', value: suggested.value ?? 0 }, freshId)
}
