import { expect, test } from 'vitest'
import { fitActions, fixActions } from '../../../app/[network]/plan/_phases/fit/actions.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { fixIds } from '../../../lib/domain/ritual/plan/fit/finding.ts'
import { fitFindings } from '../../../lib/domain/ritual/plan/fit/findings.ts'
import { promiseStates } from '../../../lib/domain/vocabulary.ts'
import { plan, today } from '../../domain/ritual/plan/kit.ts'

test('each fix has the key on the screen that its finding says, and no two share one', () => {
  const needs = promiseStates.flatMap((state) =>
    [null, '2027-05-01'].map((neededOn) => ({ consumerKeyResultId: 'a', supplierKeyResultId: 'b', state, neededOn, promisedOn: '2027-05-20' })),
  )
  const talk = { id: 'talk', ritualId: 'rit', kind: 'talk', status: 'open', text: 'Talk' }
  const snapshot = plan({ a: { node: 'billing' }, b: { node: 'platform' } }, needs, { ritualItem: [talk] })
  const found = fitFindings(snapshot, assess(snapshot, { today, cycleId: 'q2' }), { ritualId: 'rit' }).flatMap(({ fixes }) => fixes)
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(fixIds))
  for (const { id, key } of found) expect([id, fixActions[id].keys?.[0]?.toUpperCase()]).toEqual([id, key])
  const keys = [...Object.values(fixActions), ...Object.values(fitActions)].flatMap((action) => action.keys ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})
