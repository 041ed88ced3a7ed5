import { describe, expect, test } from 'vitest'
import { sumsFigure } from '../../app/[network]/matrix/_components/sums-figure.ts'
import { matrixInput } from '../../lib/client/scene-input/matrix.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import { sentenceText } from '../../lib/domain/plan/sentence.ts'
import { layoutMatrix } from '../../lib/layout/matrix/matrix.ts'
import { needsNetwork } from '../domain/sketch.ts'

function sums(needs: Parameters<typeof needsNetwork>[1], openNodeIds: readonly string[] = []) {
  const network = needsNetwork({ a: { node: 'east' }, b: { node: 'west' }, c: { node: 'west' } }, needs)
  const assessment = assess(network, { cycleId: 'q', today: '2027-02-10' })
  const choice = { level: 'node', order: 'area', openNodeIds: new Set(openNodeIds), keep: null, isTiedOnly: false } as const
  return sumsFigure(layoutMatrix(matrixInput(network, assessment, choice).input, 28), 8)
}

describe('the sums of the matrix', () => {
  test('MX17: have a sentence, a count, and how they are worked out; an unfolded node changes none of it', () => {
    const needs = [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'a', consumer: 'c' },
    ] as const
    const { how, ...told } = sums([...needs])
    expect({ ...told, reading: sentenceText(told.reading) }).toMatchObject({
      value: '2 needs',
      count: '2 needs in 1 cell, between 2 nodes',
      reading: 'west needs most, 2; east is asked for most, 2.',
    })
    expect(how).toContain('more than 8, the limit')
    expect(sums([...needs], ['west'])).toEqual({ how, ...told })
  })
  test('MX17: where nobody needs anybody nobody is named', () => {
    expect(sentenceText(sums([]).reading)).toBe('None of them needs another.')
  })
})
