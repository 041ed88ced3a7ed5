import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TableOrBars } from '../../../app/[network]/insights/_parts/table-or-bars.tsx'

const rows = [
  { id: 'a', name: 'Alpha', kept: 1 },
  { id: 'b', name: 'Beta', kept: 9 },
]

function table(isInOrder: boolean): string {
  return renderToStaticMarkup(
    createElement(TableOrBars<(typeof rows)[number]>, {
      caption: 'Came in time',
      isTable: true,
      isInOrder,
      rows,
      keyOf: ({ id }) => id,
      columns: [
        { key: 'name', title: 'Node', value: ({ name }) => name },
        { key: 'kept', title: 'In time', value: ({ kept }) => kept, isNumber: true },
      ],
      barOf: ({ id, name }) => ({ figureId: id, name, spoken: name, value: name, bar: null }),
      onOpen: () => undefined,
      empty: 'Nothing',
      figure: () => null,
      noun: 'nodes',
    }),
  )
}

test('IN10: where nodes stand in order, no column sorts them', () => {
  expect(table(true)).not.toContain('aria-sort')
  expect(table(true)).toMatch(/<th scope="col" data-number="true">In time<\/th>/)
  expect(table(true).indexOf('Alpha')).toBeLessThan(table(true).indexOf('Beta'))
  expect(table(false).match(/aria-sort/g)).toHaveLength(2)
})
