import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonical } from '../../../lib/domain/format/canonical.ts'
import { listedEntities, listIn, recordSchemas, type WeftDocument } from '../../../lib/domain/format/document.ts'
import { documentJsonSchema } from '../../../lib/domain/format/json-schema.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { slotsOf } from '../../../lib/domain/format/slot.ts'
import { checkInIds, documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { fullDocument, withRecord } from './full-document.ts'

function read(json: unknown): WeftDocument {
  const parsed = parseDocument(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.document
}

const full = read(fullDocument)

/** Guaranteed by the tests: the document is valid, but its instants are as they were written. */
function castUnread(document: unknown): WeftDocument {
  return document as WeftDocument
}

describe('what is accepted', () => {
  test.each([...listedEntities, 'network' as const])('F2: the full document gives every field of %s that the format has', (entity) => {
    const records = entity === 'network' ? [full.network] : listIn(full, entity)
    const given = new Set(records.flatMap((record) => Object.keys(record)))
    expect(Object.keys(recordSchemas[entity].shape).filter((field) => !given.has(field))).toEqual([])
  })

  test('F6: a need may ask a key result, a node, or both', () => {
    for (const fields of [{}, { supplierNodeId: undefined }, { supplierKeyResultId: undefined }])
      expect(parseDocument(withRecord('dependencies', 0, fields)).ok).toBe(true)
  })

  test('F6: a rating, a share and a day at the end of its range are inside it', () => {
    expect(parseDocument(withRecord('exchanges', 0, { valueBySender: 5, valueByReceiver: -2 })).ok).toBe(true)
    expect(parseDocument(withRecord('keyResults', 0, { confidence: 0, grade: 0 })).ok).toBe(true)
    expect(parseDocument(withRecord('cycles', 0, { startsOn: '2028-02-29', endsOn: '2028-02-29' })).ok).toBe(true)
  })

  test.each([
    ['increase with its kind alone', { kind: 'increase' }],
    ['a band without a lower end', { kind: 'maintain', upper: 60 }],
    ['a band that is upside down, which is a finding and no fault', { kind: 'maintain', lower: 60, upper: 40 }],
    ['steps without weight or share', { kind: 'milestone', steps: [{ name: 's' }] }],
    ['no steps yet', { kind: 'milestone', steps: [] }],
    ['done or not, nobody knows', { kind: 'boolean' }],
    ['zones of which one has a word', { kind: 'ordinal', zones: { target: 'Signed' } }],
  ])('F6: a metric may be %s', (_, metric) => {
    expect(read(withRecord('keyResults', 0, { metric })).keyResults?.[0]?.metric).toEqual(metric)
  })

  test.each([0, -1.5, 'fail', 'commit', 'target', 'stretch', [], [null, 0, 1]])(
    'F6: a check-in may report %j, whatever its key result measures',
    (value) => {
      expect(read(withRecord('checkIns', 0, { value })).checkIns?.[0]?.value).toEqual(value)
    },
  )

  test('F11: instants with any offset are kept in UTC', () => {
    expect(full.checkIns?.map(({ at }) => Date.parse(at))).toEqual(
      ['2027-01-08T07:00:00Z', '2027-01-08T09:00:00.250Z', '2027-01-08T20:30:00Z'].map(Date.parse),
    )
    expect(full.checkIns?.every(({ at }) => at.endsWith('Z'))).toBe(true)
  })
})

describe('what is said about a record', () => {
  const comment = { id: 'c', text: 'Why?', at: '2027-01-09T10:00:00Z' }
  const source = { id: 's', kind: 'survey', title: 'Spring survey' }

  test.each([
    ['comments', comment, 'network', 'net'],
    ['comments', comment, 'node', 'n1'],
    ['comments', comment, 'checkIn', 'ch'],
    ['sources', source, 'exchange', 'e'],
  ])('F5: %s may be about what is in the document (%#)', (list, about, subject, subjectId) => {
    expect(parseDocument({ ...fullDocument, [list]: [{ ...about, subject, subjectId }] })).toMatchObject({ ok: true })
  })

  test.each([
    ['comments', comment, 'network', 'other'],
    ['comments', comment, 'node', 'k0'],
    ['comments', comment, 'checkIn', 'chk_9'],
    ['sources', source, 'keyResult', 'n1'],
  ])('F5: %s about what is not there are refused by their path (%#)', (list, about, subject, subjectId) => {
    const parsed = parseDocument({ ...fullDocument, [list]: [{ ...about, subject, subjectId }] })
    expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual([`${list}[0].subjectId`])
  })

  test('F9: what was said about the network follows it to its new id', () => {
    const document = read({ ...fullDocument, comments: [{ ...comment, subject: 'network', subjectId: 'net' }] })
    const changes = documentToChanges(document, { networkId: 'other' })
    expect(changes.filter(({ entity }) => entity === 'comment').map(({ after }) => after?.['subjectId'])).toEqual(['other'])
  })
})

describe('what becomes of it', () => {
  test('F7: every record keeps its place in its list, counted from 1', () => {
    const ranks = documentToChanges(full).flatMap(({ entity, after }) => (entity === 'keyResult' ? [after?.['rank']] : []))
    expect(ranks).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('F7: places on a ring are counted for each area and closeness; none is contributing', () => {
    const nodes = [
      { areaId: 'a' },
      { areaId: 'a', closeness: 'core' },
      { areaId: 'b' },
      { areaId: 'a', closeness: 'contributing' },
      { areaId: 'a', closeness: 'core' },
      { areaId: 'a', closeness: null },
    ]
    expect(slotsOf(nodes)).toEqual([0, 0, 0, 1, 1, 2])
  })

  test('F8: a check-in without id is called by its place, and letters are added where that is taken', () => {
    const at = '2027-01-08T09:00:00Z'
    const checkIns = [{ id: 'chk_3' }, { id: 'chk_2' }, {}, {}].map((each) => ({ ...each, keyResultId: 'k0', at }))
    expect(checkInIds(read({ ...fullDocument, checkIns }).checkIns ?? [])).toEqual(['chk_3', 'chk_2', 'chk_3x', 'chk_4'])
  })

  test('F9: ids are kept, the network takes the id that the caller gives, source stays', () => {
    const [network, ...records] = documentToChanges(full, { networkId: 'other' })
    expect(network).toMatchObject({ id: 'other', after: { id: 'other', source: 'a workshop', name: 'Riverside' } })
    expect(records.filter(({ entity }) => entity === 'node').map(({ id }) => id)).toEqual(['n1', 'n2'])
    expect(JSON.stringify(network)).not.toMatch(/exportedAt|revision/)
  })
})

describe('the canonical form', () => {
  test('F10: does not depend on the order of keys, on empty lists, on the export or on the zone of an instant', () => {
    const reversed: unknown = JSON.parse(JSON.stringify(fullDocument), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    )
    const other = { ...Object(reversed), revision: 99, exportedAt: '2028-01-01T00:00:00Z' }
    expect(Object.keys(other)[0]).toBe('proposals')
    expect(JSON.stringify(canonical(read(other)))).toBe(JSON.stringify(canonical(full)))
    const withEmpty = { ...fullDocument, participations: [] }
    const { participations: _, ...without } = fullDocument
    expect(JSON.stringify(canonical(read(withEmpty)))).toBe(JSON.stringify(canonical(read(without))))
    const zoned = withRecord('checkIns', 0, { at: '2027-01-08T07:00:00Z' })
    expect(JSON.stringify(canonical(read(zoned)))).toBe(JSON.stringify(canonical(full)))
  })

  test.each([
    ['promiseMoves', 0, { at: '2027-01-09T10:00:00+01:00' }],
    ['comments', 1, { at: '2027-01-09T13:00:00+02:00', editedAt: '2027-01-09T12:00:00.000Z', resolvedAt: '2027-01-09T23:00:00-10:00' }],
  ] as const)('F10-F11: the instants of %s do not depend on their zone, even before they were read', (list, at, fields) => {
    expect(JSON.stringify(canonical(read(withRecord(list, at, fields))))).toBe(JSON.stringify(canonical(full)))
    expect(JSON.stringify(canonical(castUnread(withRecord(list, at, fields))))).toBe(JSON.stringify(canonical(castUnread(fullDocument))))
  })

  test('F10: every field that is an instant is kept in one form', () => {
    const instants = [...listedEntities].flatMap((entity) =>
      Object.keys(recordSchemas[entity].shape).filter(
        (field) => recordSchemas[entity].partial().safeParse({ [field]: '2027-01-09T10:00:00+01:00' }).data?.[field] === '2027-01-09T09:00:00Z',
      ),
    )
    expect([...new Set(instants)].sort()).toEqual(['at', 'decidedAt', 'editedAt', 'resolvedAt'])
  })

  test('F10: keeps the order of lists, and differs where a value does', () => {
    const people = [
      { id: 'p', name: 'Ana' },
      { id: 'b', name: 'Ben' },
    ]
    const text = (json: unknown) => JSON.stringify(canonical(read(json)))
    expect(text({ ...fullDocument, people })).not.toBe(text({ ...fullDocument, people: people.toReversed() }))
    expect(text(withRecord('dependencies', 0, { strength: 0.4 }))).not.toBe(text(fullDocument))
  })

  test('F10: leaves out a position and an estimate that nobody gave', () => {
    const { nodes, keyResults } = canonical(read(withRecord('keyResults', 0, { estimateWeeks: undefined })))
    expect(nodes?.map((node) => 'position' in node)).toEqual([true, false])
    expect(keyResults?.slice(0, 2).map((keyResult) => 'estimateWeeks' in keyResult)).toEqual([false, true])
  })

  test('F10: of the canonical form is the canonical form', () => {
    const once = canonical(full)
    expect(JSON.stringify(canonical(read(JSON.parse(JSON.stringify(once)))))).toBe(JSON.stringify(once))
  })
})

describe('moves of promises', () => {
  const made = (json: unknown) => documentToChanges(read(json))
  const needIn = (json: unknown) => made(json).find(({ entity }) => entity === 'dependency')?.after
  const movesIn = (json: unknown) => made(json).filter(({ entity }) => entity === 'promiseMove')

  test('F14: a promise without moves keeps its state, and no move is made up', () => {
    const { promiseMoves: _, ...without } = fullDocument
    expect(needIn(without)).toMatchObject({ id: 'd', state: 'countered' })
    expect(movesIn(without)).toEqual([])
  })

  test('F14: what a document says of the past is believed, also where its state says something else', () => {
    const kept = withRecord('dependencies', 0, { state: 'accepted', counteredBy: undefined, terms: undefined })
    expect(needIn(kept)).toMatchObject({ id: 'd', state: 'accepted' })
    expect(movesIn(kept)).toMatchObject([{ id: 'm', after: { to: 'countered' } }])
  })

  test('F14: moves keep their order', () => {
    const [first] = fullDocument.promiseMoves
    const promiseMoves = [first, { ...first, id: 'a', move: 'promise', from: 'countered', to: 'promised', at: '2027-01-10T09:00:00Z' }]
    expect(movesIn({ ...fullDocument, promiseMoves }).map(({ id, after }) => [id, after?.['rank']])).toEqual([
      ['m', 1],
      ['a', 2],
    ])
  })
})

describe('the published JSON Schema', () => {
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(documentJsonSchema())))

  test('F13: takes the full document and the smallest one', () => {
    expect(schema.safeParse(fullDocument).error?.issues).toBeUndefined()
    expect(schema.safeParse({ format: 'weft/1', network: { id: 'n', name: 'N' } }).success).toBe(true)
  })

  test.each([
    ['another format', { ...fullDocument, format: 'weft/2' }],
    ['a list that does not exist', { ...fullDocument, projects: [] }],
    ['a network without name', withRecord('network', 0, { name: undefined })],
    ['a field that does not exist', withRecord('areas', 0, { owner: 'me' })],
    ['null', withRecord('nodes', 0, { description: null })],
    ['an unknown word', withRecord('dependencies', 0, { state: 'agreed' })],
    ['a number out of range', withRecord('exchanges', 0, { valueBySender: 6 })],
    ['a metric of an unknown kind', withRecord('keyResults', 0, { metric: { kind: 'percent' } })],
    ['a field of another metric', withRecord('keyResults', 0, { metric: { kind: 'boolean', target: 1 } })],
    ['a missing id', withRecord('teams', 0, { id: undefined })],
    ['an empty name', withRecord('people', 0, { name: '' })],
  ])('F13: refuses %s, as reading does', (_, json) => {
    expect([schema.safeParse(json).success, parseDocument(json).ok]).toEqual([false, false])
  })
})
