import { expect, test } from 'vitest'
import { figureFrom } from '../../../../lib/domain/measure/figure/figures.ts'
import { helpFirst } from '../../../../lib/domain/measure/figure/importance.ts'
import { sinceSentence } from '../../../../lib/domain/measure/figure/since.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goldenNetwork } from '../../sketch.ts'
import { measured, readOn } from './measured.ts'

const now = measured(goldenNetwork()).looked
const surer = goldenNetwork()
const offers = surer.tables.keyResult.get('K3')
if (!offers) throw new Error('the worked example has K3')
surer.tables.keyResult.set('K3', { ...offers, confidence: 1 })
const then = measured(surer).looked
const day = '2027-02-03'

function told(id: string, idThen: string | null = id): string | null {
  const [figure, before] = [figureFrom(now, id), idThen === null ? null : figureFrom(then, idThen)]
  if (!figure || !before) throw new Error(`${id} is not there`)
  const sentence = sinceSentence({ figure, looked: now }, { figure: before, looked: then, day }, readOn)
  return sentence && sentenceText(sentence)
}

test('IN23: what a number was is told where it differs, with the day, and not where it is the same', () => {
  expect(told('chance:K7')).toBe(`Was ${figureFrom(then, 'chance:K7')?.value} at the last walk, on 3 Feb.`)
  expect(figureFrom(then, 'chance:K7')?.value).not.toBe(figureFrom(now, 'chance:K7')?.value)
  expect(told('promised')).toBeNull()
})
test('IN23: where help did most elsewhere, there it says where', () => {
  const [first, before] = [helpFirst(now)?.keyResultId, helpFirst(then)?.keyResultId]
  expect(first).toBe('K3')
  expect(before).not.toBe('K3')
  const title = surer.tables.keyResult.get(before ?? '')?.title
  expect(told('help:K3', `help:${before}`)).toBe(`At the last walk, on 3 Feb, it was “${title}”.`)
})
test('IN23: what nobody knew then is not told', () => {
  const figure = figureFrom(now, 'chance:K7')
  if (!figure) throw new Error('the chance is known')
  expect(sinceSentence({ figure, looked: now }, { figure: { ...figure, value: 'unknown' }, looked: then, day }, readOn)).toBeNull()
})
test('IN23: a number without the rings is no answer to what it is with none', () => {
  const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }
  const ringed = goldenNetwork([closing])
  ringed.tables.keyResult.set('K3', { ...offers, confidence: 1 })
  const { looked } = measured(ringed)
  for (const id of ['chance:K7', 'help:K2']) {
    const [figure, before, whole] = [figureFrom(now, id), figureFrom(looked, id), figureFrom(then, id)]
    if (!figure || !before || !whole) throw new Error(`${id} is not there`)
    expect(before.value, id).toBe(whole.value)
    expect(sinceSentence({ figure, looked: now }, { figure: before, looked, day }, readOn), id).toBeNull()
  }
  expect(told('help:K2')).toBe(`Was ${figureFrom(then, 'help:K2')?.value} at the last walk, on 3 Feb.`)
})
