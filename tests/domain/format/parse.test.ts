import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchema, listNames } from '../../../lib/domain/format/document.ts'
import { documentJsonSchema } from '../../../lib/domain/format/json-schema.ts'
import { faultLimit, parseDocument } from '../../../lib/domain/format/parse.ts'
import { anyDocument } from './arbitrary.ts'

const network = { id: 'n', name: 'N' }
const whole = {
  format: 'weft/1',
  network,
  areas: [{ id: 'a', name: 'A' }],
  nodes: [
    { id: 'x', areaId: 'a', name: 'X' },
    { id: 'y', areaId: 'a', name: 'Y' },
  ],
  people: [{ id: 'p', name: 'P' }],
  cycles: [{ id: 'c', name: 'C', startsOn: '2027-01-01', endsOn: '2027-03-31' }],
  objectives: [{ id: 'o', nodeId: 'x', cycleId: 'c', title: 'O' }],
  keyResults: [
    { id: 'k', objectiveId: 'o', title: 'K', metric: { kind: 'increase', baseline: 1, target: 2 } },
    { id: 'l', objectiveId: 'o', title: 'L', metric: { kind: 'boolean' } },
  ],
  dependencies: [{ id: 'd', consumerKeyResultId: 'k', supplierKeyResultId: 'l', what: 'help', strength: 1, state: 'draft' }],
}

function pathsOf(json: unknown): string[] {
  const result = parseDocument(json)
  return result.ok ? [] : result.faults.map(({ path }) => path)
}

/** The worked document with one list replaced. */
function withList(list: string, records: unknown): unknown {
  return { ...whole, [list]: records }
}

describe('what is refused', () => {
  test('F1: the whole document stands as written', () => {
    expect(parseDocument(whole).ok).toBe(true)
  })

  test.each([null, 1, 'x', [], undefined])('F1: %j is no document', (json) => {
    expect(pathsOf(json)).toEqual([''])
  })

  test('F1: format and network have to be there', () => {
    expect(pathsOf({})).toEqual(['format', 'network'])
    expect(pathsOf({ ...whole, format: 'weft/2' })).toEqual(['format'])
  })

  test('F2: an unknown field is refused at every depth, not dropped', () => {
    const keyResults = [
      { ...whole.keyResults[0], metric: { kind: 'milestone', steps: [{ name: 's', colour: 'red' }] }, extra: 1 },
      whole.keyResults[1],
    ]
    expect(pathsOf({ ...whole, keyResults, more: 1, network: { ...network, owner: 'me' } })).toEqual([
      'more',
      'network.owner',
      'keyResults[0].metric.steps[0].colour',
      'keyResults[0].extra',
    ])
  })

  test('F2: a key that is no word is quoted in the path', () => {
    expect(pathsOf({ ...whole, 'my key': 1 })).toEqual(['["my key"]'])
  })

  test('F3: null is refused; a field that is unknown is left out', () => {
    const keyResults = [{ ...whole.keyResults[0], ownerId: null, metric: { kind: 'increase', baseline: null } }, whole.keyResults[1]]
    expect(pathsOf(withList('keyResults', keyResults))).toEqual(['keyResults[0].metric.baseline', 'keyResults[0].ownerId'])
    expect(pathsOf(withList('nodes', null))).toEqual(['nodes'])
  })

  test('F4: two records of one list cannot have one id; two lists can share one', () => {
    const nodes = [whole.nodes[0], { ...whole.nodes[1], id: 'x' }, { ...whole.nodes[1], id: 'x' }]
    expect(pathsOf(withList('nodes', nodes))).toEqual(['nodes[1].id', 'nodes[2].id'])
    expect(parseDocument({ ...whole, people: [{ id: 'x', name: 'same id as a node' }] }).ok).toBe(true)
  })

  test('F5: a reference has to lead to a record of the document', () => {
    const objectives = [{ ...whole.objectives[0], ownerId: 'nobody', goalIds: ['g1', 'g2'] }]
    expect(pathsOf(withList('objectives', objectives))).toEqual(['objectives[0].ownerId', 'objectives[0].goalIds[0]', 'objectives[0].goalIds[1]'])
  })

  test('F5: what refers to a list that cannot be read is not faulted too', () => {
    expect(pathsOf(withList('objectives', 'none'))).toEqual(['objectives'])
  })

  test('F6: a key result cannot need itself, a need names who is asked', () => {
    const own = { ...whole.dependencies[0], supplierKeyResultId: 'k' }
    const { supplierKeyResultId: _, ...nobody } = { ...whole.dependencies[0], id: 'e' }
    expect(pathsOf(withList('dependencies', [own, nobody]))).toEqual(['dependencies[0].supplierKeyResultId', 'dependencies[1].supplierNodeId'])
  })

  test('F6: a cycle does not end before it starts; dates exist', () => {
    const cycles = [
      { ...whole.cycles[0], endsOn: '2026-12-31' },
      { id: 'c2', name: 'C', startsOn: '2027-02-30', endsOn: '2027-03-31' },
      { id: 'c3', name: 'C', startsOn: '2027-01-01', endsOn: '31.3.2027' },
    ]
    expect(pathsOf(withList('cycles', cycles))).toEqual(['cycles[0].endsOn', 'cycles[1].startsOn', 'cycles[2].endsOn'])
  })

  test('F6: a participation is of one person or one team, an exchange joins two nodes', () => {
    const participations = [{ id: 'q', nodeId: 'x', tier: 'lead' }]
    const exchanges = [{ id: 'e', fromNodeId: 'x', toNodeId: 'x', deliverable: 'D', kind: 'tangible' }]
    expect(pathsOf({ ...whole, participations, exchanges })).toEqual(['participations[0].personId', 'exchanges[0].toNodeId'])
  })

  test('F6: a metric of unknown kind is named by the path of its kind', () => {
    const result = parseDocument(
      withList('keyResults', [
        whole.keyResults[0],
        whole.keyResults[1],
        whole.keyResults[1],
        { ...whole.keyResults[0], id: 'm', metric: { kind: 'percent' } },
      ]),
    )
    const faults = result.ok ? [] : result.faults
    expect(faults.map(({ path }) => path)).toEqual(['keyResults[2].id', 'keyResults[3].metric.kind'])
    expect(faults[1]?.remedy).toContain('increase')
  })

  test('F1: a record with one fault still has its other faults listed', () => {
    const dependencies = [{ ...whole.dependencies[0], strength: 2, supplierKeyResultId: 'k', state: 'maybe', consumerKeyResultId: 'gone' }]
    expect(pathsOf(withList('dependencies', dependencies)).sort()).toEqual([
      'dependencies[0].consumerKeyResultId',
      'dependencies[0].state',
      'dependencies[0].strength',
    ])
  })

  test('F1: every fault says what is wrong, and none repeats a path', () => {
    const result = parseDocument({ ...whole, keyResults: [1, { id: '' }, { id: 'k', objectiveId: 7, metric: {} }], checkIns: [{}] })
    const faults = result.ok ? [] : result.faults
    for (const { message } of faults) expect(message).toMatch(/^(This|There is no) .+\.$/)
    const paths = faults.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('instants', () => {
  test('F11: an instant with any zone is kept in UTC', () => {
    const result = parseDocument({ ...whole, checkIns: [{ keyResultId: 'k', at: '2027-01-08T09:00:00.250+02:00' }] })
    expect(result.ok && result.document.checkIns?.[0]?.at).toBe('2027-01-08T07:00:00.250Z')
  })

  test('F11: an instant without a zone is refused', () => {
    expect(pathsOf({ ...whole, checkIns: [{ keyResultId: 'k', at: '2027-01-08T09:00:00' }] })).toEqual(['checkIns[0].at'])
  })
})

describe('hostile documents', () => {
  test('F12: __proto__ and constructor are unknown fields, and nothing is polluted', () => {
    const text = JSON.stringify(whole).replace('"name":"X"', '"name":"X","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}')
    expect(pathsOf(JSON.parse(text))).toEqual(['nodes[0].__proto__', 'nodes[0].constructor'])
    expect(pathsOf(JSON.parse('{"__proto__":{"format":"weft/1","network":{"id":"n","name":"N"}}}'))).toEqual(['format', '__proto__', 'network'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('F12: ids may be called like properties of objects', () => {
    const nodes = ['__proto__', 'constructor', 'toString'].map((id) => ({ id, areaId: 'a', name: id }))
    const exchanges = [{ id: 'hasOwnProperty', fromNodeId: '__proto__', toNodeId: 'constructor', deliverable: 'D', kind: 'tangible' }]
    expect(pathsOf({ format: 'weft/1', network, areas: whole.areas, nodes, exchanges })).toEqual([])
    expect(pathsOf({ format: 'weft/1', network, areas: [], nodes: [{ id: 'x', areaId: 'toString', name: 'X' }] })).toEqual(['nodes[0].areaId'])
  })

  test('F12: depth does not exhaust the stack', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    expect(pathsOf({ ...whole, deep })).toEqual(['deep'])
    expect(pathsOf(withList('areas', [{ id: 'a', name: deep }]))).toEqual(['areas[0].name'])
  })

  test('F12: text is bounded, and text that no database keeps is refused', () => {
    const nodes = ['n'.repeat(501), 'a\u0000b', '\ud800'].map((name, at) => ({ id: `${at}`, areaId: 'a', name }))
    expect(pathsOf({ format: 'weft/1', network, areas: whole.areas, nodes })).toEqual(['nodes[0].name', 'nodes[1].name', 'nodes[2].name'])
  })

  test('F12: of very many faults the first are listed and the rest counted, each of them short', () => {
    const nodes = Array.from({ length: faultLimit + 10 }, (_, at) => ({ id: `${at}`, areaId: 'z'.repeat(5_000), name: 'N' }))
    const result = parseDocument({ ...whole, nodes })
    const faults = result.ok ? [] : result.faults
    expect(faults).toHaveLength(faultLimit + 1)
    expect(faults.at(-1)?.message).toMatch(/^There are \d+ more faults\.$/)
    expect(Math.max(...faults.map(({ message }) => message.length))).toBeLessThan(600)
  })

  test('F12: any JSON gets an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parseDocument(json).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(...Object.values(listNames), 'network'), fc.jsonValue(), (document, list, json) => {
        for (const parsed of [parseDocument({ ...document, [list]: json }), parseDocument({ ...document, [list]: [json] })])
          expect(parsed.ok ? parsed.document.format : parsed.faults.map(({ path, message }) => `${path} ${message}`).join()).toMatch(/\S/)
      }),
    )
  })
})

describe('the published schema', () => {
  const schema = documentJsonSchema()

  test('F13: names every list and describes every field', () => {
    const undescribed: string[] = []
    for (const [list, property] of Object.entries(Object(schema['properties']))) {
      if (Object(property).description === undefined) undescribed.push(list)
      const record = list === 'network' ? property : Object(property).items
      for (const [field, part] of Object.entries(Object(Object(record).properties)))
        if (Object(part).description === undefined) undescribed.push(`${list}.${field}`)
    }
    expect(undescribed).toEqual([])
    expect(Object.keys(Object(schema['properties']))).toEqual(expect.arrayContaining(Object.values(listNames)))
  })

  test('F13: requires what has to be there and refuses what is unknown', () => {
    expect(schema['required']).toEqual(['format', 'network'])
    expect(schema['additionalProperties']).toBe(false)
    expect(Object(schema['properties']).checkIns.items.required).toEqual(['keyResultId', 'at'])
    expect(JSON.stringify(schema)).not.toContain('"rank"')
    expect(JSON.stringify(schema)).not.toContain('"null"],')
  })

  test('F13: whatever parses passes the schema that is published', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(parseDocument(document)).toMatchObject({ ok: true })
        expect(documentSchema.safeParse(document).success).toBe(true)
      }),
    )
  })
})
