import { afterEach, expect, test } from 'vitest'
import { figureKey } from '../../../app/components/figure/figure-keys.ts'
import { beginChord, begunChord } from '../../../lib/client/actions/begun-chord.ts'

const press = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, timeStamp: 1_000 }

afterEach(() => beginChord(null, 0))

test('L shows a figure on a drawing, H how it is worked out; other letters do nothing', () => {
  expect(['l', 'h', 'x'].map((key) => figureKey({ ...press, key }))).toEqual(['[data-do=show] a', 'button[popovertarget]', null])
})
test.each(['shiftKey', 'ctrlKey', 'metaKey', 'altKey'])('with %s held the key is somebody else’s', (held) => {
  expect(figureKey({ ...press, key: 'H', [held]: true })).toBeNull()
})
test('TO12: the second key of a chord that leads to another view is not taken by a figure, as long as the chord waits', () => {
  beginChord('g', 900)
  expect(['l', 'h'].map((key) => figureKey({ ...press, key }))).toEqual([null, null])
  expect([begunChord(2_099), begunChord(2_100)]).toEqual(['g', null])
  expect(figureKey({ ...press, key: 'l', timeStamp: 2_100 })).toBe('[data-do=show] a')
})
