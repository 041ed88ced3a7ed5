import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GiverLoadBar } from '../../../app/[network]/plan/_phases/market/giver-load-bar.tsx'

const drawn = (promised: number, most: number | null) => renderToStaticMarkup(createElement(GiverLoadBar, { load: { promised, asked: 1, most } }))

test('AL5: the load of a giver is too much beyond the limit of the network, and has its mark there', () => {
  expect(drawn(8, 8)).not.toContain('data-much')
  expect(drawn(9, 8)).toContain('more than the 8 we allow ourselves')
  expect(drawn(2, 3)).toContain('<u style="left:75%">')
})

test('AL4: where the network asks for no limit there is no mark and nothing is too much', () => {
  expect(drawn(40, null)).not.toMatch(/<u|data-much|allow/)
})
