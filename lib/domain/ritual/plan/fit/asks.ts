import type { Dependency } from '../../../entity.ts'
import type { Sentence } from '../../../plan/sentence.ts'
import { agoText, dayText } from '../../../promise/day-words.ts'
import { ageInDays, waitingOf } from '../../../promise/waiting.ts'
import type { FitScope, Found } from './finding.ts'
import { askFix, dropFix } from './fixes.ts'
import { aboutNeed, giverPart, say, takerPart, thingPart } from './words.ts'

/** “9 days ago”, with a blank before it; nothing where nobody knows. */
function since({ snapshot, assessment, dayOf }: FitScope, need: Dependency): string {
  const age = ageInDays(need.id, waitingOf(snapshot, need)?.since, { dayOf, today: assessment.today })
  return age === null ? '' : ` ${agoText(age)}`
}

function waitsSentence(scope: FitScope, need: Dependency): Sentence {
  const { snapshot, assessment } = scope
  const [giver, taker, thing] = [giverPart(snapshot, need), takerPart(snapshot, need), thingPart(snapshot, need)]
  const age = since(scope, need)
  if (need.state === 'offered') return say(taker, ' has not answered: ', giver, ' offered ', thing, `${age}.`)
  if (need.state === 'deferred') {
    const by = need.answerBy === null ? 'later' : `by ${dayText(need.answerBy, assessment.today)}`
    return say(giver, ` will answer ${by}: `, taker, ' asked for ', thing, `${age}.`)
  }
  if (need.state !== 'countered') return say(giver, ' has not answered: ', taker, ' asked for ', thing, `${age}.`)
  const isTakersTurn = waitingOf(snapshot, need)?.side === 'consumer'
  const [waits, moved] = isTakersTurn ? [taker, giver] : [giver, taker]
  return say(waits, ' has not answered: ', moved, ' proposed other terms for ', thing, `${age}.`)
}

/** Asked, offered or countered, and waiting for an answer. Spec: PL43. */
export function unanswered(scope: FitScope): Found[] {
  return scope.needs
    .filter(({ state }) => state === 'requested' || state === 'offered' || state === 'countered' || state === 'deferred')
    .map((need) => ({
      rule: 'unanswered',
      severity: 'high',
      ...aboutNeed(scope.snapshot, need),
      sentence: waitsSentence(scope, need),
      own: dropFix(scope.snapshot, need),
    }))
}

/** Declined or taken back: the need is still there. Spec: PL42. */
export function refused(scope: FitScope): Found[] {
  const { snapshot } = scope
  return scope.needs
    .filter(({ state }) => state === 'declined' || state === 'revoked')
    .map((need) => {
      const [giver, thing, taker] = [giverPart(snapshot, need), thingPart(snapshot, need), takerPart(snapshot, need)]
      const told = need.state === 'declined' ? [giver, ' declined ', thing] : [giver, ' took ', thing, ' back']
      const sentence = say(...told, '; ', taker, ' still needs it.')
      return { rule: 'refused', severity: 'high', ...aboutNeed(scope.snapshot, need), sentence, own: [askFix(need), ...dropFix(snapshot, need)] }
    })
}

/** Written down, and asked of nobody. Spec: PL44. */
export function unsent(scope: FitScope): Found[] {
  const { snapshot } = scope
  return scope.needs
    .filter(({ state }) => state === 'draft')
    .map((need) => ({
      rule: 'unsent',
      severity: 'medium',
      ...aboutNeed(scope.snapshot, need),
      sentence: say(takerPart(snapshot, need), ' needs ', thingPart(snapshot, need), ' of ', giverPart(snapshot, need), ' and has not asked for it.'),
      own: [askFix(need), ...dropFix(snapshot, need)],
    }))
}
