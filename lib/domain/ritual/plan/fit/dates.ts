import { call } from '../../../command/call.ts'
import { counted } from '../../../counted.ts'
import type { Dependency } from '../../../entity.ts'
import { dependencyDueOn } from '../../../okr/dependency-marks.ts'
import { isSettledState } from '../../../okr/promise-class.ts'
import { dayText } from '../../../promise/day-words.ts'
import { addDays, daysBetween } from '../../../time.ts'
import type { FitScope, Fix, Found } from './finding.ts'
import { counterFix, dropFix, earlierFix, laterFix, nothing } from './fixes.ts'
import { aboutNeed, giverPart, say, takerPart, thingPart } from './words.ts'

/** How long before a key result is due it should have what it needs, unless somebody says another day. */
const leadDays = 14

/**
 * The day on which a need is meant to be met unless somebody says another: two weeks before the key result is due, but not
 * in the past.
 *
 * Cost O(1). Spec: PL46.
 */
export function usualNeededOn(dueOn: string, today: string): string {
  const day = addDays(dueOn, -leadDays)
  return day < today ? today : day
}

function isWaited({ state }: Dependency): boolean {
  return !isSettledState(state) && state !== 'declined' && state !== 'revoked'
}

function dueOf({ assessment, cycle }: FitScope, { consumerKeyResultId }: Dependency): string {
  return assessment.keyResults.get(consumerKeyResultId)?.dueOn ?? cycle.endsOn
}

/** Promised for a day after the one on which it is needed. Spec: PL40. */
export function backwards(scope: FitScope): Found[] {
  const { snapshot, assessment } = scope
  const { today } = assessment
  return scope.needs.flatMap((need): Found[] => {
    const { neededOn, promisedOn, state } = need
    if (neededOn === null || promisedOn === null || promisedOn <= neededOn || state !== 'promised') return []
    const late = counted(daysBetween(neededOn, promisedOn), 'day')
    return [
      {
        rule: 'backwards',
        severity: 'high',
        ...aboutNeed(scope.snapshot, need),
        sentence: say(
          giverPart(snapshot, need),
          ' promised ',
          thingPart(snapshot, need),
          ` for ${dayText(promisedOn, today)}, ${late} after `,
          takerPart(snapshot, need),
          ` needs it (${dayText(neededOn, today)}).`,
        ),
        own: [laterFix(need, promisedOn, today), ...earlierFix(need, neededOn, today), ...dropFix(snapshot, need)],
      },
    ]
  })
}

/** An ask cannot change its day: it is taken back and asked anew with one. */
function askWithDay({ rank: _place, ...need }: Dependency, day: string, today: string): Fix {
  return {
    id: 'later',
    key: 'M',
    label: `Ask for ${dayText(day, today)}`,
    asks: [],
    suggested: nothing,
    calls: (_given, freshId) => [
      call('promise.move', { id: need.id, moveId: freshId('promiseMove'), move: 'withdraw', side: 'consumer' }),
      call('dependency.create', {
        ...need,
        id: freshId('dependency'),
        state: 'requested',
        neededOn: day,
        promisedOn: null,
        answerBy: null,
        terms: null,
        counteredBy: null,
      }),
    ],
  }
}

/** The need is asked for on another day: a draft says so, an ask is asked anew, a promise or other terms are answered with it. */
function dayFixes({ snapshot, assessment: { today } }: FitScope, need: Dependency, day: string): Fix[] {
  switch (need.state) {
    case 'draft':
      return [laterFix(need, day, today)]
    case 'requested':
    case 'deferred':
      return [askWithDay(need, day, today)]
    case 'promised':
      return earlierFix(need, day, today)
    default:
      return counterFix(snapshot, need, { day, today })
  }
}

/** Asked for so that it comes in time; a day that is past is asked for by nobody. */
function inTimeFixes(scope: FitScope, need: Dependency, due: string): Fix[] {
  const { today } = scope.assessment
  if (need.state === 'draft') return dayFixes(scope, need, usualNeededOn(due, today))
  return due < today ? [] : dayFixes(scope, need, due)
}

/** Comes, as promised or needed, only after the key result that needs it is due. Spec: PL41. */
export function afterDue(scope: FitScope): Found[] {
  const { snapshot, assessment } = scope
  const { today } = assessment
  return scope.needs.flatMap((need): Found[] => {
    const [on, due] = [dependencyDueOn(need), dueOf(scope, need)]
    if (on === null || on <= due || !isWaited(need)) return []
    const how = need.promisedOn === null ? 'needed' : 'promised'
    return [
      {
        rule: 'afterDue',
        severity: 'high',
        ...aboutNeed(scope.snapshot, need),
        sentence: say(
          thingPart(snapshot, need),
          ` is ${how} for ${dayText(on, today)}; `,
          takerPart(snapshot, need),
          ` is due on ${dayText(due, today)}.`,
        ),
        own: [...inTimeFixes(scope, need, due), ...dropFix(snapshot, need)],
      },
    ]
  })
}

/** Asked or promised without a day. Spec: PL46. */
export function undated(scope: FitScope): Found[] {
  const { snapshot, assessment } = scope
  return scope.needs.flatMap((need): Found[] => {
    if (dependencyDueOn(need) !== null || !isWaited(need)) return []
    const day = usualNeededOn(dueOf(scope, need), assessment.today)
    return [
      {
        rule: 'undated',
        severity: 'medium',
        ...aboutNeed(scope.snapshot, need),
        sentence: say(
          'No day is set for ',
          thingPart(snapshot, need),
          ', which ',
          takerPart(snapshot, need),
          ' needs of ',
          giverPart(snapshot, need),
          '.',
        ),
        own: [...dayFixes(scope, need, day), ...dropFix(snapshot, need)],
      },
    ]
  })
}
