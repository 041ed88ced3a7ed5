import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Dumbbell } from '../../../app/[network]/insights/_parts/dumbbell.tsx'

/** Where the ends and the gap are drawn, from 0 to 100. */
function drawn(giver: number, receiver: number) {
  const picture = renderToStaticMarkup(createElement(Dumbbell, { giver, receiver }))
  const at = (part: string) =>
    [...picture.matchAll(new RegExp(`<line x1="([\\d.]+)" x2="([\\d.]+)"[^>]*data-part="${part}"`, 'g'))].map(([, from, to]) => [
      Number(from),
      Number(to),
    ])
  return { gap: at('gap'), hole: at('hole'), dots: at('dot'), ratings: at('middle').length }
}

test('IN26: both ratings stand on one scale of −2 to 5, the giver with an open dot, the receiver with a filled one', () => {
  expect(drawn(-2, 5)).toEqual({
    gap: [[0, 100]],
    hole: [[0, 0]],
    dots: [
      [0, 0],
      [100, 100],
    ],
    ratings: 8,
  })
  const [gap] = drawn(5, 1.5).gap
  expect(gap).toEqual([100, 50])
  expect(drawn(5, 1.5).hole).toEqual([[100, 100]])
})
