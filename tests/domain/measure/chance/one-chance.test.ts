import { expect, test } from 'vitest'
import { krNetworkReport } from '../../../../lib/domain/measure/chance/report.ts'
import { figureOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { statedOf } from '../../../../lib/domain/measure/figure/kr-numbers.ts'
import { finish } from '../../../../lib/domain/measure/step.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { whatIfEditsSchema } from '../../../../lib/domain/measure/what-if/edit.ts'
import { lossSteps } from '../../../../lib/domain/measure/what-if/losses.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { needsNetwork } from '../../sketch.ts'
import { measured, readOn } from '../figure/measured.ts'

/** Layers in which everybody leans on everybody before: so wide that chances are found by trials. */
const [width, layers] = [24, 3]

function wideNetwork() {
  const ids = Array.from({ length: layers }, (_, layer) => Array.from({ length: width }, (__, at) => `k${layer}_${at}`))
  const keyResults = Object.fromEntries(
    [...ids.flat(), 'goal', 'other'].map((id, at) => [id, { confidence: 0.8 + (at % 5) / 50, node: `node_${at % 7}` }]),
  )
  const between = ids
    .slice(1)
    .flatMap((layer, at) => layer.flatMap((consumer) => (ids[at] ?? []).map((supplier) => ({ supplier, consumer, strength: 0.03 }))))
  const last = (ids.at(-1) ?? []).flatMap((supplier) => ['goal', 'other'].map((consumer) => ({ supplier, consumer, strength: 0.1 })))
  return needsNetwork(keyResults, [...between, ...last], {
    goal: [
      { id: 'g1', keyResultId: 'goal' },
      { id: 'g2', keyResultId: 'other' },
    ],
  })
}

const network = wideNetwork()
const { input, results, looked } = measured(network, 'goal')

test('CN38: what trials found of a goal is one number in the list, the report and what-ifs', () => {
  const { numbers } = looked
  if (!numbers?.simulated) throw new Error('the network is too narrow: its chances are exact')
  const whole = statedOf(numbers, 'vAll', 'goal')
  expect(results.chances?.['goal']).toEqual(whole)
  expect(numbers.chanceSoftExact['goal']).toBe(whole?.value)
  const report = krNetworkReport(network, { goalId: 'goal', cycleId: 'q' })
  expect([report['vAll' as keyof typeof report], results.chances?.['other']?.value]).toEqual([
    whole?.value,
    krNetworkReport(network, { goalId: 'other', cycleId: 'q' })['vAll' as keyof typeof report],
  ])
})

test('CN38: a what-if lists a goal with the chance that it compares', () => {
  const edits = whatIfEditsSchema.parse([{ kind: 'confidence', keyResultId: 'k0_0', confidence: 0 }])
  const { snapshot, goneNodeIds } = suppose(network, edits, readOn)
  const options = { cycleId: 'q', today: readOn, goneNodeIds }
  const { goals } = compareWhatIf(network, snapshot, { ...options, goalIds: ['goal', 'other'] })
  const { chances } = finish(lossSteps(network, snapshot, { ...options, edits, goals }))
  for (const { keyResultId, chance } of goals) {
    expect(chances.find((each) => each.keyResultId === keyResultId)).toMatchObject(chance)
    expect(chance.before).toEqual(results.chances?.[keyResultId])
  }
})

test('IN25: where chances are found by trials, too, a card tells the difference of its ends', () => {
  const [now] = [statedOf(looked.numbers ?? fail(), 'vAll', 'goal')]
  const told = Math.round((now?.value ?? 0) * 100)
  for (const id of ['k2_0', 'k2_5', 'k0_3', 'k1_7']) {
    const help = figureOf(input, results, `help:${id}`)
    const [, from, to] = /from (\d+) to (\d+) in 100/.exec(sentenceText(help?.reading ?? [])) ?? []
    if (from === undefined) expect(help?.value).toBe('less than 1 in 100')
    else expect([Number(from), help?.value]).toEqual([told, `+${Number(to) - told} in 100`])
  }
})

function fail(): never {
  throw new Error('the numbers are there')
}
