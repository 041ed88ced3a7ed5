import { describe, expect, test } from 'vitest'
import { documentSchema, listIn } from '../../../lib/domain/format/document.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { columnsWithoutHeader, readTableHeader } from '../../../lib/domain/table/columns.ts'
import { closenessIn } from '../../../lib/domain/table/gather.ts'
import { clip, nameKey, uniqueId } from '../../../lib/domain/table/name.ts'
import { networkFromTable } from '../../../lib/domain/table/table.ts'

function read(...lines: string[]) {
  const table = networkFromTable(lines.join('\n'), { today: '2027-01-20', name: 'From a table' })
  if (!table) throw new Error('no network')
  return table
}

function nodesIn(...lines: string[]) {
  return listIn(read(...lines).document, 'node').map(({ id, name }) => [id, name])
}

describe('the header of a table', () => {
  test.each([
    ['Activity node', 'node'],
    ['Group of activities', 'node'],
    ['Giver', 'node'],
    ['Value area', 'area'],
    ['Category', 'area'],
    ['Deliverable', 'gives'],
    ['Gives to', 'receiver'],
    ['Receiver', 'receiver'],
    ['Ring', 'closeness'],
    ['Tasks', 'activities'],
  ])('TB2: “%s” is the column %s, whatever its case, spaces and signs at its end', (name, key) => {
    const [title, other] = key === 'node' ? ['Area', 'area'] : ['Node', 'node']
    for (const written of [name, name.toUpperCase(), `  ${name.replace(' ', '   ')}:`, `${name}*`])
      expect(readTableHeader([title, written]), written).toEqual({ columns: [other, key], unknown: [] })
  })

  test('TB2: the columns of a key result are known beside those of the network', () => {
    expect(readTableHeader(['Node', 'Key result', 'Baseline', 'Goal', 'Responsible', 'Deadline'])?.columns).toEqual([
      'node',
      'title',
      'baseline',
      'target',
      'owner',
      'due',
    ])
  })

  test('TB2: key results or objectives alone are the one more column; a bare name is not', () => {
    expect(readTableHeader(['Node', 'Key result'])?.columns).toEqual(['node', 'title'])
    expect(readTableHeader(['Objective', 'Node'])?.columns).toEqual(['objective', 'node'])
    expect(readTableHeader(['Area', 'Node', 'Name'])?.unknown).toEqual(['Name'])
    expect(readTableHeader(['Area', 'Node', 'Owner'])?.unknown).toEqual(['Owner'])
  })

  test('TB2: of two columns with one name the first counts, the second is left out', () => {
    expect(readTableHeader(['Node', 'Area', 'Category'])).toEqual({ columns: ['node', 'area', null], unknown: ['Category'] })
  })

  test.each([[['Area', 'Gives']], [['Node', 'Budget']], [['Sales', 'Delivery']], [[]], [['constructor', '__proto__']]])(
    'TB1: %j is no header',
    (cells) => {
      expect(readTableHeader(cells)).toBeNull()
    },
  )

  test('TB1: without header one column is nodes, more are area, node, gives, receiver', () => {
    expect([columnsWithoutHeader(1), columnsWithoutHeader(2).slice(0, 2), columnsWithoutHeader(9)]).toEqual([
      ['node'],
      ['area', 'node'],
      ['area', 'node', 'gives', 'receiver'],
    ])
  })

  test('TB1: cells beyond the known columns are left out', () => {
    const { document, notes } = read('Brand\tIdentity\tPromise\tSales\tsecret\tsecret')
    expect(JSON.stringify(document)).not.toContain('secret')
    expect(notes).toEqual([])
  })
})

describe('files', () => {
  const expected = [
    ['node_new-clients', 'New clients'],
    ['node_delivery', 'Delivery'],
  ]

  test.each([
    ['tabs', 'Area\tNode\tTo\tGives\nCustomer\tNew clients\tDelivery\tContracts'],
    ['commas', 'Area,Node,To,Gives\nCustomer,New clients,Delivery,Contracts'],
    ['semicolons', 'Area;Node;To;Gives\nCustomer;New clients;Delivery;Contracts'],
    ['line ends of Windows', 'Area,Node,To,Gives\r\nCustomer,New clients,Delivery,Contracts\r\n'],
    ['quotation marks', '"Area","Node","To","Gives"\n"Customer","New clients","Delivery","Contracts"'],
    ['empty rows between', '\n\nArea,Node,To,Gives\n\nCustomer,New clients,Delivery,Contracts\n\n'],
    ['spaces around', 'Area, Node ,To,Gives\n Customer , New   clients , Delivery ,Contracts'],
    ['a mark at the beginning', '\uFEFFArea;Node;To;Gives\nCustomer;New clients;Delivery;Contracts'],
  ])('TB3: a table with %s says the same', (_, text) => {
    const { document, notes } = read(text)
    expect(listIn(document, 'node').map(({ id, name }) => [id, name])).toEqual(expected)
    expect(listIn(document, 'exchange')).toMatchObject([
      { fromNodeId: 'node_new-clients', toNodeId: 'node_delivery', deliverable: 'Contracts', kind: 'tangible' },
    ])
    expect(notes).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['New clients', 'new-clients'],
    ['New clients', '  NEW   CLIENTS '],
    ['Café', 'cafe'],
    ['R&D', 'r + d'],
    ['Über uns', 'uber uns'],
  ])('TB4: “%s” and “%s” are one', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
    expect(nodesIn('Node', one, other)).toHaveLength(1)
  })

  test.each([
    ['Sales', 'Sale'],
    ['+', '-x'],
    ['東京', '京都'],
    ['C', 'D'],
  ])('TB4: “%s” and “%s” are two', (one, other) => {
    expect(nodesIn('Node', one, other)).toHaveLength(2)
  })

  test('TB4: ids can be read and are never taken twice', () => {
    const taken = new Set<string>()
    expect(['R&D', 'R D', 'r-d', '東京'].map((name) => uniqueId('node', name, taken))).toEqual(['node_r-d', 'node_r-d-2', 'node_r-d-3', 'node_東京'])
    expect(taken.size).toBe(4)
  })

  test('TB8: a name that is too long is cut, never in half a sign', () => {
    expect(clip('a'.repeat(600))).toBe('a'.repeat(500))
    expect(clip('😀😀', 3)).toBe('😀')
    const [[, name] = []] = nodesIn('Node', 'x'.repeat(800))
    expect(name).toHaveLength(500)
  })
})

describe('areas and closeness', () => {
  test.each([
    ['Customer value', 'customer'],
    ['Our patients', 'customer'],
    ['Brand & culture', 'brand'],
    ['Research', 'innovation'],
    ['Finance and admin', 'operational'],
    ['Elsewhere', undefined],
  ])('TB2: the area “%s” is of the kind %s', (area, kind) => {
    expect(listIn(read('Area\tNode', `${area}\tA`).document, 'area').map((each) => each.kind)).toEqual([kind])
  })

  test('TB5: a receiver is placed by a later row with an area, and the place for what is not placed goes', () => {
    const { document } = read('Area\tNode\tGives\tTo', 'Brand\tIdentity\tPromise\tSales', 'Customer\tSales\t\t')
    const sales = listIn(document, 'node').find(({ name }) => name === 'Sales')
    const areas = listIn(document, 'area')
    expect(areas.find(({ id }) => id === sales?.areaId)?.name).toBe('Customer')
    expect(areas.map(({ name }) => name)).toEqual(['Brand', 'Customer'])
  })

  test('TB5: the first area of a node stays', () => {
    const { document } = read('Area\tNode', 'Brand\tIdentity', 'Customer\tIdentity')
    expect(listIn(document, 'node').map(({ areaId }) => areaId)).toEqual([listIn(document, 'area').find(({ name }) => name === 'Brand')?.id])
  })

  test('TB5: a row with an area alone is an area without nodes', () => {
    const { document, notes } = read('Area\tNode', 'Brand\t', 'Customer\tSales')
    expect([listIn(document, 'area').map(({ name }) => name), notes]).toEqual([['Brand', 'Customer'], []])
  })

  test('TB7: only the three words are a closeness', () => {
    expect(['core', 'Contributing', 'PERIPHERAL', 'near', '', 'Core team'].map(closenessIn)).toEqual([
      'core',
      'contributing',
      'peripheral',
      null,
      null,
      null,
    ])
  })

  test('TB2: activities are parted by commas or semicolons, empty ones left out', () => {
    const { document } = read('Node\tActivities', 'Sales\tCall, write;; visit ,')
    expect(listIn(document, 'node')[0]?.activities).toEqual(['Call', 'write', 'visit'])
  })
})

describe('what could not be read', () => {
  test.each([
    ['Node\tBudget\tArea', 'Sales\t5\tBrand', { row: 1, message: 'The column “Budget” is not known and was left out.' }],
    ['Node\tArea\tGives', '\tBrand\tContracts', { row: 3, message: 'This row names no node and was left out.' }],
    ['Node\tGives\tTo', 'Sales\tContracts\t', { row: 3, message: 'It is not said to whom “Contracts” is given; the exchange was left out.' }],
    ['Node\tGives\tTo', 'Sales\tContracts\tsales', { row: 3, message: '“Sales” cannot give to itself; the exchange was left out.' }],
    ['Node\tRing\tArea', 'Sales\tnear\t', { row: 3, message: '“near” is no closeness; use core, contributing or peripheral.' }],
    ['Node\tKey result\tDue', 'Sales\tChurn\tsoon', { row: 3, message: '“soon” could not be read as due.' }],
    ['Node\tKey result\tConfidence', 'Sales\tChurn\thigh', { row: 3, message: '“high” could not be read as confidence.' }],
  ])('TB7: “%s” with “%s” says which row, and why', (header, line, note) => {
    const { document, notes } = read(header, 'Sales\t\t', line)
    expect(notes).toEqual([note])
    expect(listIn(document, 'node').map(({ name }) => name)).toEqual(['Sales'])
    expect(listIn(document, 'exchange')).toEqual([])
  })

  test('TB6: a key result stands below the objective of its row, once for each node', () => {
    const { document } = read('Node\tObjective\tKey result', 'Sales\tWin\tA 1 -> 2', 'Sales\twin\tB', 'Delivery\tWin\tC', 'Sales\tGrow\t')
    const titleById = new Map(listIn(document, 'objective').map(({ id, nodeId, title }) => [id, `${nodeId} ${title}`]))
    expect([...titleById.values()]).toEqual(['node_sales Win', 'node_delivery Win', 'node_sales Grow'])
    expect(listIn(document, 'keyResult').map(({ title, objectiveId }) => [title, titleById.get(objectiveId)])).toEqual([
      ['A', 'node_sales Win'],
      ['B', 'node_sales Win'],
      ['C', 'node_delivery Win'],
    ])
  })

  test('TB6: every objective is of this quarter', () => {
    const { document } = read('Node\tKey result', 'Sales\tChurn 6 -> 4')
    const [quarter] = listIn(document, 'cycle')
    expect(quarter).toMatchObject({ startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' })
    expect(listIn(document, 'objective').map(({ cycleId }) => cycleId)).toEqual([quarter?.id])
  })

  test.each(['=cmd|x', '<script>', '__proto__', '\u0000Sales', 'a\uD800', '"', "'; drop table node", '\u202Eevil'])(
    'TB8: the hostile name %j gives a valid document',
    (name) => {
      const { document } = read('Node\tGives\tTo\tKey result\tOwner', `Sales\t${name}\t${name}\t${name}\t${name}`)
      expect(documentSchema.safeParse(document).error).toBeUndefined()
      expect(parseDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true })
    },
  )
})
