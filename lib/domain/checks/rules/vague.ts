import { call } from '../../command/call.ts'
import type { Dependency } from '../../entity.ts'
import { dependencyDueOn } from '../../okr/dependency-marks.ts'
import { isSettledState } from '../../okr/promise-class.ts'
import { usualNeededOn } from '../../ritual/plan/fit/dates.ts'
import { giverPart, nodesAt, say, takerPart, thingPart } from '../../ritual/plan/fit/words.ts'
import { fixOf } from '../fixes.ts'
import { lacking } from '../gather.ts'
import type { CheckFix, CheckRule, CheckScope, Found } from '../rule.ts'

const parts = ['what', 'when', 'condition'] as const
type Part = (typeof parts)[number]

const openWords: Readonly<Record<Part, string>> = {
  what: 'what exactly is given',
  when: 'by when',
  condition: 'how one knows that it is met',
}

function isOpen(need: Dependency, part: Part): boolean {
  switch (part) {
    case 'what':
      return need.what.trim() === ''
    case 'when':
      return dependencyDueOn(need) === null
    case 'condition':
      return (need.condition ?? '').trim() === ''
  }
}

function listedWith(said: readonly string[], last: string): string {
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')}, ${last} ${said.at(-1)}`
}

/** What is agreed changes by a move only: one key for what a draft, and for the day of what was not promised. */
function fixesOf(scope: CheckScope, need: Dependency): CheckFix[] {
  const { id, consumerKeyResultId, state } = need
  if (state !== 'draft') return []
  const due = scope.assessment.keyResults.get(consumerKeyResultId)?.dueOn ?? scope.today
  const say = (part: Part, fix: CheckFix) => (isOpen(need, part) ? [fix] : [])
  return [
    ...say(
      'what',
      fixOf({ id: 'what', key: 'W', label: 'Say what', asks: ['text'] }, ({ text }) => [
        call('dependency.update', { id, set: { what: text ?? '' } }),
      ]),
    ),
    ...say(
      'when',
      fixOf({ id: 'when', key: 'D', label: 'Say by when', asks: ['dueOn'], suggested: { dueOn: usualNeededOn(due, scope.today) } }, ({ dueOn }) => [
        call('dependency.update', { id, set: { neededOn: dueOn } }),
      ]),
    ),
    ...say(
      'condition',
      fixOf({ id: 'condition', key: 'C', label: 'Say how one knows', asks: ['text'] }, ({ text }) => [
        call('dependency.update', { id, set: { condition: text } }),
      ]),
    ),
  ]
}

function found(scope: CheckScope, need: Dependency): Found {
  const { snapshot } = scope
  const open = parts.filter((part) => isOpen(need, part))
  const thing = open.includes('what') ? 'something' : thingPart(snapshot, need)
  return {
    subjects: [
      { entity: 'dependency', id: need.id },
      { entity: 'keyResult', id: need.consumerKeyResultId },
    ],
    nodeIds: nodesAt(snapshot, need),
    sentence: say(
      takerPart(snapshot, need),
      ' needs ',
      thing,
      ' of ',
      giverPart(snapshot, need),
      `, and nobody has said ${listedWith(
        open.map((part) => openWords[part]),
        'nor',
      )}.`,
    ),
    own: fixesOf(scope, need),
  }
}

/** A need that leaves open what is given, by when, or how one knows that it is met. Cost O(needs). Spec: AL44. */
export const vague: CheckRule = {
  key: 'vague',
  theme: 'promises',
  severity: 'low',
  title: 'Vague need',
  why: 'Both sides may promise, keep their word and be disappointed.',
  source: 'The commitment cycle: conditions of satisfaction are part of an ask.',
  fix: 'Say what, by when, and how one knows that it is met.',
  limit: null,
  find: (scope) => {
    const needs = (scope.plan?.needs ?? []).filter(({ state }) => !isSettledState(state))
    const missing = (part: Part) => needs.filter((need) => isOpen(need, part)).length
    return lacking(scope, {
      entity: 'dependency',
      all: needs,
      lacks: (need) => parts.some((part) => isOpen(need, part)),
      each: (need) => found(scope, need),
      together: (count) => {
        const open = parts.filter((part) => missing(part) > 0).map((part) => `of ${missing(part)} ${openWords[part]}`)
        return `Each of the ${count} needs leaves something open: nobody has said ${listedWith(open, 'and')}.`
      },
    })
  },
}
