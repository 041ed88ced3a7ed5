import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as panels from '../../app/[network]/_panels/panel-actions.ts'
import { checkActions, confidenceActions } from '../../app/[network]/check/_parts/actions.ts'
import { agreeAction } from '../../app/[network]/coffee/_parts/actions.ts'
import * as historyActions from '../../app/[network]/history/_parts/actions.ts'
import { insightActions } from '../../app/[network]/insights/_parts/actions.ts'
import { matrixActions, matrixLevelAction, matrixOrderAction } from '../../app/[network]/matrix/_components/actions.ts'
import { outlineActions } from '../../app/[network]/outline/_parts/actions.ts'
import { onDayAction, peopleFormAction } from '../../app/[network]/people/_parts/actions.ts'
import { commitActions } from '../../app/[network]/plan/_phases/commit/actions.ts'
import { contextActions } from '../../app/[network]/plan/_phases/context/actions.ts'
import { draftActions } from '../../app/[network]/plan/_phases/draft/actions.ts'
import { fitActions, fixActions } from '../../app/[network]/plan/_phases/fit/actions.ts'
import { gradeActions, lobbyActions } from '../../app/[network]/plan/_phases/lobby/actions.ts'
import { marketActions } from '../../app/[network]/plan/_phases/market/actions.ts'
import { readOutActions, roamActions } from '../../app/[network]/plan/_phases/read-out/actions.ts'
import { againAction, backToFitAction, revealAction, voteActions } from '../../app/[network]/plan/_phases/vote/actions.ts'
import { sideAction, timelineActions, troubleAction } from '../../app/[network]/timeline/_components/actions.ts'
import { entryActions, priorityActions, walkActions } from '../../app/[network]/walk/_session/actions.ts'
import { whatIfActions } from '../../app/[network]/what-if/_parts/actions.ts'
import { findingActions, findingStepActions, fixAction } from '../../app/components/checks/actions.ts'
import { walkFindingsAction } from '../../app/components/checks/walk-action.ts'
import { zoomActions } from '../../app/components/graph/graph-actions.ts'
import '../../app/components/shell/user-actions.ts'
import '../../app/components/time/actions.ts'
import { nextNumbersAction, noNumbersAction, numberActions } from '../../app/components/figure/number-actions.ts'
import * as graphActions from '../../app/components/graph/graph-actions.ts'
import { frameActions } from '../../app/components/ritual/frame/actions.ts'
import { bellAction } from '../../app/components/shell/bell-actions.ts'
import { goTo } from '../../app/components/shell/views.ts'
import { commentAction } from '../../app/components/talk/actions.ts'
import '../../app/components/why/actions.ts'
import { type Action, catalogue } from '../../lib/client/actions/action.ts'

/** Views of which only one is on the screen at a time: their keys may be the same. */
const viewGroups = ['Map', 'Chain', 'Drawing', 'Walk', 'Outline', 'Selected record', 'Zoom', 'Timeline', 'Matrix', 'People', 'What if', 'Insights']

function clashes(actions: readonly Action[]): string[] {
  const keys = actions.flatMap(({ id, scope, keys: own = [] }) => own.map((key) => ({ id, place: `${scope} ${key}` })))
  return [...Map.groupBy(keys, ({ place }) => place)]
    .filter(([, users]) => users.length > 1)
    .map(([place, users]) => `${place}: ${users.map(({ id }) => id).join(', ')}`)
}

describe('the catalogue of actions', () => {
  test('every id is defined once, and every action says what it does', () => {
    const all = catalogue()
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(60)
    for (const { title, group } of all) expect([title, group].every((text) => text.length > 2)).toBe(true)
  })
  test('no key means two things in the outline', () => {
    expect(clashes(Object.values(outlineActions))).toEqual([])
  })
  test('no key means two things in the timeline, nor among people', () => {
    expect(clashes(timelineActions)).toEqual([])
    expect(clashes([sideAction, troubleAction])).toEqual([])
    expect(clashes([onDayAction, peopleFormAction])).toEqual([])
  })
  test('no key means two things in the matrix', () => {
    expect(clashes(matrixActions)).toEqual([])
    expect(clashes([matrixLevelAction, matrixOrderAction, ...zoomActions])).toEqual([])
    expect(clashes(Object.values(whatIfActions))).toEqual([])
  })
  test('no key means two things among insights', () => {
    expect(clashes(Object.values(insightActions))).toEqual([])
  })
  test('no key of the numbers means something else on a drawing', () => {
    const numbers: Action[] = [nextNumbersAction, noNumbersAction, ...numberActions.map(({ action }) => action)]
    const { walkActions: steps, zoomActions, moveActions, ...single } = graphActions
    const drawing: Action[] = [...steps, ...zoomActions, ...moveActions, ...Object.values(single)]
    expect(clashes([...numbers, ...drawing]).filter((clash) => clash.includes('numbers.'))).toEqual([])
    expect(numbers.every((action) => catalogue().includes(action))).toBe(true)
  })
  test('the findings are walked by a key that means nothing else on a drawing', () => {
    const { walkActions: steps, zoomActions, moveActions, ...single } = graphActions
    expect(clashes([walkFindingsAction, nextNumbersAction, ...steps, ...zoomActions, ...moveActions, ...Object.values(single)])).not.toContainEqual(
      expect.stringContaining(walkFindingsAction.id),
    )
    expect(catalogue()).toContain(walkFindingsAction)
  })
  test('no key means two things in a walk', () => {
    expect(clashes([...Object.values(walkActions), ...priorityActions])).toEqual([])
  })
  test('no key means two things in a phase of planning', () => {
    // a first draft can be written in the lobby: by two of the keys of the draft
    expect(clashes([...Object.values(lobbyActions), ...gradeActions, draftActions.objective, draftActions.keyResult])).toEqual([])
    for (const phase of [lobbyActions, contextActions, draftActions])
      expect(clashes([...Object.values(frameActions), ...Object.values(phase)])).toEqual([])
    expect(clashes(Object.values(marketActions))).toEqual([])
    expect(clashes([...Object.values(fitActions), ...Object.values(fixActions)])).toEqual([])
    expect(clashes([...Object.values(readOutActions), ...Object.values(roamActions)])).toEqual([])
    expect(clashes([...voteActions, revealAction, againAction, backToFitAction])).toEqual([])
    // who leads commits by the key by which all others sign
    expect(clashes([commitActions.own, commitActions.sign])).toEqual([])
    expect(clashes([commitActions.own, commitActions.commit])).toEqual([])
  })
  test('no key means two things in a part of a check, nor over a coffee', () => {
    const {
      start,
      together,
      next,
      same,
      sameAll,
      yes,
      late,
      blocked,
      later,
      earlier,
      green,
      yellow,
      red,
      rises,
      falls,
      reveal,
      ask,
      finish,
      elsewhere,
    } = checkActions
    const parts: readonly (readonly Action[])[] = [
      [next, same, sameAll, ...confidenceActions],
      [yes, late, blocked, later, earlier, next],
      [green, yellow, red, rises, falls, later, earlier, reveal, next, elsewhere],
      [ask, next],
      [finish],
      [agreeAction],
    ]
    expect(clashes([start, together])).toEqual([])
    for (const part of parts) expect(clashes([...Object.values(frameActions), ...part])).toEqual([])
    const known = new Set([start, together, ...parts.flat()])
    expect(Object.values(checkActions).filter((action) => !known.has(action))).toEqual([])
  })
  test('TO12: the first key of the ways to other views is taken only where votes are green, and the sheet says how to go from there', () => {
    const taken = catalogue().filter(({ keys = [] }) => keys.includes('g'))
    expect(taken).toEqual([checkActions.green])
    expect(checkActions.elsewhere).toMatchObject({ scope: checkActions.green.scope, keys: ['shift+g'] })
  })
  test('no key means two things among findings, and every fix of a check has an action for its key', () => {
    const scope = catalogue().filter((action) => action.scope === findingActions.next.scope)
    expect(scope.length).toBeGreaterThan(Object.keys(findingActions).length)
    expect(clashes(scope)).toEqual([])
    expect(scope).toEqual(expect.arrayContaining(Object.values(findingStepActions)))
    const rules = new URL('../../lib/domain/checks/', import.meta.url)
    const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const keys = files.flatMap((file) => Array.from(readFileSync(new URL(file, rules), 'utf8').matchAll(/key: '([A-Z])'/g), ([, key = '']) => key))
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter((key) => fixAction(key) === null)).toEqual([])
  })
  test('no key means two things in the history', () => {
    expect(clashes(Object.values(historyActions))).toEqual([])
  })
  test('no key means two things everywhere', () => {
    expect(clashes(catalogue().filter(({ scope, group }) => scope === 'global' && !viewGroups.includes(group)))).toEqual([])
  })
  test('a prefix is no key of its own in the same scope', () => {
    const keys = catalogue().flatMap(({ scope, keys: own = [] }) => own.map((key) => `${scope} ${key}`))
    const prefixes = goTo.map(({ action }) => `global ${action.keys[0]?.split(' ')[0]}`)
    expect(keys.filter((key) => prefixes.includes(key))).toEqual([])
  })
  test('what panels and the walk can do is in it', () => {
    const known = new Set(catalogue())
    for (const action of [
      ...Object.values(panels),
      ...Object.values(walkActions),
      ...Object.values(entryActions),
      ...priorityActions,
      commentAction,
      bellAction,
    ])
      expect(known).toContain(action)
  })
})
