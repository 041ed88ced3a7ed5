import { expect, test } from 'vitest'
import { behindMeasure } from '../../../app/components/promise/behind-measure.ts'
import { measureLines } from '../../../app/components/promise/measure-lines.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { promiseMeasures } from '../../../lib/domain/promise/measures.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { moveCall, network, run, today } from '../../domain/promise/kit.ts'

const asked = { supplier: 'give', consumer: 'need', what: 'SSO live', state: 'requested', neededOn: '2027-03-01' }

function measured(snapshot: Snapshot, nodeId: string) {
  const assessment = assess(snapshot, { today, cycleId: 'q' })
  const behind = (key: Parameters<typeof behindMeasure>[3]) => behindMeasure(snapshot, assessment, nodeId, key)
  return { behind, measures: promiseMeasures(snapshot, assessment, nodeId, today) }
}

test('show me lists as many promises as the measure counts', () => {
  const snapshot = network([asked, { ...asked, consumer: 'beside' }, { ...asked, supplier: 'spare', state: 'draft' }])
  run(snapshot, 'ben', moveCall('promise'))
  const { behind, measures } = measured(snapshot, 'platform')
  expect(behind('answered')).toEqual(['d1', 'd2'])
  expect(measures.answered).toMatchObject({ count: 1, of: behind('answered').length })
  expect(behind('kept')).toEqual([])
  expect(measures.kept.of).toBe(0)
  const consumer = measured(snapshot, 'billing')
  expect(consumer.behind('promised')).toEqual(['d1', 'd2'])
  expect(consumer.measures.promised).toMatchObject({ count: 1, of: 2 })
})

test('a measure of nothing is unknown and says why; it is never 0 %', () => {
  const { measures } = measured(network(), 'platform')
  for (const { value, reading } of measureLines(measures)) {
    expect(value).toBeNull()
    expect(reading).toMatch(/^(Nothing|Nobody|No) /)
  }
})

test('three numbers stand first, each with its counts and how it is worked out', () => {
  const { measures } = measured(network([asked]), 'billing')
  const [promised] = measureLines(measures)
  expect(promised).toMatchObject({ value: '0%', reading: '0 of 1 need promised by others.' })
  for (const { how } of measureLines(measures)) expect(how.length).toBeGreaterThan(40)
})
