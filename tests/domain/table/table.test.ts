import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listIn } from '../../../lib/domain/format/document.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { mostRows, networkFromTable } from '../../../lib/domain/table/table.ts'
import { runs } from '../../property-runs.ts'

const about = { today: '2027-01-20', name: 'From a table' }

function read(text: string) {
  const table = networkFromTable(text, about)
  if (!table) throw new Error('no network')
  return table
}

function namesIn(text: string) {
  const { document } = read(text)
  const nameById = new Map([...listIn(document, 'area'), ...listIn(document, 'node')].map(({ id, name }) => [id, name]))
  return {
    nodes: listIn(document, 'node').map(({ name, areaId }) => [name, nameById.get(areaId)]),
    exchanges: listIn(document, 'exchange').map(({ fromNodeId, toNodeId, deliverable }) => [
      nameById.get(fromNodeId),
      deliverable,
      nameById.get(toNodeId),
    ]),
  }
}

function rows(...cells: string[][]): string {
  return cells.map((row) => row.join('\t')).join('\n')
}

describe('a table of a network', () => {
  test('TB1: without header the columns are area, node, gives, receiver', () => {
    expect(
      namesIn(rows(['Customer value', 'New clients', 'Contracts', 'Delivery'], ['Operational value', 'Delivery', 'Working sites', 'New clients'])),
    ).toEqual({
      nodes: [
        ['New clients', 'Customer value'],
        ['Delivery', 'Operational value'],
      ],
      exchanges: [
        ['New clients', 'Contracts', 'Delivery'],
        ['Delivery', 'Working sites', 'New clients'],
      ],
    })
  })

  test('TB1: one column is nodes, in an area of their own', () => {
    expect(namesIn('New clients\nDelivery').nodes).toEqual([
      ['New clients', 'Not placed yet'],
      ['Delivery', 'Not placed yet'],
    ])
  })

  test('TB2: a header names the columns in any order; what it does not know is noted', () => {
    const table = read(
      rows(['Gives to', 'Activity node', 'Budget', 'Value area', 'Deliverable'], ['Delivery', 'Finance', '5', 'Operational', 'Budget']),
    )
    expect(listIn(table.document, 'exchange')).toHaveLength(1)
    expect(listIn(table.document, 'area')[0]).toMatchObject({ name: 'Operational', kind: 'operational' })
    expect(table.notes).toEqual([{ row: 1, message: 'The column “Budget” is not known and was left out.' }])
  })

  test('TB3: files with commas or semicolons are read too, with a mark at their beginning or not', () => {
    expect(namesIn('\uFEFFArea,Node\nBrand,"Design, words"\n').nodes).toEqual([['Design, words', 'Brand']])
    expect(namesIn('Area;Node\r\nBrand;Identity\r\n').nodes).toEqual([['Identity', 'Brand']])
  })

  test('TB4: what is named twice is one, whatever its case, accents and signs', () => {
    const { document } = read(
      rows(
        ['Area', 'Node', 'Gives', 'To'],
        ['Brand', 'Café care', 'Stories', 'Sales'],
        ['brand', 'cafe-care', 'stories', 'SALES'],
        ['Customer', 'Sales', '', ''],
      ),
    )
    expect(listIn(document, 'node').map(({ name }) => name)).toEqual(['Café care', 'Sales'])
    expect(listIn(document, 'exchange')).toHaveLength(1)
    expect(listIn(document, 'area').map(({ name }) => name)).toEqual(['Brand', 'Customer'])
  })

  test('TB5: a receiver without a row of its own becomes a node that is not placed yet', () => {
    expect(namesIn(rows(['Area', 'Node', 'Gives', 'To'], ['Brand', 'Identity', 'Promise', 'Everybody'])).nodes).toEqual([
      ['Identity', 'Brand'],
      ['Everybody', 'Not placed yet'],
    ])
  })

  test('TB6: a row may say a key result, read as in the outline; its owner becomes a person', () => {
    const { document } = read(
      rows(
        ['Node', 'Objective', 'Key result', 'Baseline', 'Target', 'Owner', 'Due'],
        ['Sales', 'Win', 'Contracts', '12', '20', 'Ana', '31 mar'],
        ['Sales', '', 'Churn 6% -> 4%', '', '', 'ana', ''],
      ),
    )
    expect(listIn(document, 'objective').map(({ title }) => title)).toEqual(['Win', 'Untitled objective'])
    expect(listIn(document, 'person')).toHaveLength(1)
    expect(listIn(document, 'keyResult')).toMatchObject([
      { title: 'Contracts', metric: { kind: 'increase', baseline: 12, target: 20 }, dueOn: '2027-03-31' },
      { title: 'Churn', metric: { kind: 'decrease', baseline: 6, target: 4, unit: '%' } },
    ])
  })

  test('TB7: what could not be read is noted with its row', () => {
    const { notes } = read(
      rows(
        ['Node', 'Gives', 'To', 'Closeness', 'Key result', 'Due'],
        ['A', 'x', '', '', '', ''],
        ['', 'y', 'A', '', '', ''],
        ['B', 'z', 'B', 'far', 'K', 'soon'],
      ),
    )
    expect(notes.map(({ row }) => row)).toEqual([2, 3, 4, 4, 4])
  })

  test('TB8: thirty rows make a map of thirty nodes', () => {
    const { document, notes } = read(rows(['Area', 'Node'], ...Array.from({ length: 30 }, (_, at) => [`Area ${at % 4}`, `Node ${at}`])))
    expect([listIn(document, 'area').length, listIn(document, 'node').length, notes.length]).toEqual([4, 30, 0])
  })

  test('TB8: the network has the name that is given, and an address made of it', () => {
    expect(read('A node').document.network).toMatchObject({ name: 'From a table', slug: 'from-a-table' })
    expect(networkFromTable('A node', { ...about, name: '東京' })?.document.network).not.toHaveProperty('slug')
  })

  test('TB8: nothing to read is no network', () => {
    for (const text of ['', '\n\n', 'Area\tNode\n', '-']) expect(networkFromTable(text, about)).toBeNull()
  })

  test('TB8: of a very long table the first rows are read', () => {
    const { document } = read(Array.from({ length: mostRows + 100 }, (_, at) => `Node ${at}`).join('\n'))
    expect(listIn(document, 'node')).toHaveLength(mostRows)
  })

  test('TB8: whatever is read is a valid document', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('A', 'b', '__proto__', 'constructor', '😀', '5 -> 7', '"', 'x'.repeat(700), '😀'.repeat(300)),
    )
    const header = fc.constantFrom(
      ['Area', 'Node', 'Gives', 'To', 'Key result', 'Target', 'Owner', 'Activities'],
      ['Node', 'Objective', 'Key result', 'Confidence'],
    )
    const tables = fc
      .tuple(header, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }))
      .map(([first, others]) => rows([...first], ...others))
    fc.assert(
      fc.property(fc.oneof(tables, fc.string({ unit: 'binary' })), (text) => {
        const table = networkFromTable(text, about)
        if (table) expect(parseDocument(JSON.parse(JSON.stringify(table.document)))).toMatchObject({ ok: true })
      }),
      { numRuns: runs(500) },
    )
  })

  test('HM24: what a node protects is read as a line, once for each name', () => {
    const { document } = read(
      rows(
        ['Node', 'Protects'],
        ['Support', 'People who would stay 80..100 % ±5 @ana'],
        ['Support', 'people who would stay at least 90 %'],
        ['Finance', 'Months of cash ≥ 6 months'],
      ),
    )
    expect(listIn(document, 'healthMetric')).toEqual([
      {
        id: 'health_people-who-would-stay',
        nodeId: 'node_support',
        name: 'People who would stay',
        lower: 80,
        upper: 100,
        tolerance: 5,
        unit: '%',
        ownerId: 'person_ana',
      },
      { id: 'health_months-of-cash', nodeId: 'node_finance', name: 'Months of cash', lower: 6, unit: 'months' },
    ])
    expect(() => parseDocument(document)).not.toThrow()
  })
})
