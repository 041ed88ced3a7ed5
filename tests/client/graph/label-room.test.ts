import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsWithRoom } from '../../../app/components/graph/label-room.ts'
import { boxAround, centreOf, overlap } from '../../../lib/layout/geometry.ts'

const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 8, max: 90 }),
    height: fc.integer({ min: 8, max: 24 }),
  }),
  { maxLength: 25 },
)

test('labels that are shown larger lie neither on each other nor on what is taken', () => {
  fc.assert(
    fc.property(boxes, boxes, fc.double({ min: 1, max: 2, noNaN: true }), (labels, taken, scale) => {
      const named = labels.map((box, at) => ({ id: `${at}`, box }))
      const shown = labelsWithRoom(named, scale, taken)
      const large = named.filter(({ id }) => shown.has(id)).map(({ box }) => boxAround(centreOf(box), box.width * scale, box.height * scale))
      large.forEach((a, at) => {
        for (const b of [...large.slice(at + 1), ...taken]) expect(overlap(a, b)).toBe(false)
      })
    }),
  )
})

test('a label alone is shown', () => {
  expect([...labelsWithRoom([{ id: 'only', box: { x: 0, y: 0, width: 10, height: 10 } }], 2, [])]).toEqual(['only'])
})
