import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../lib/domain/format/canonical.ts'
import type { WeftDocument } from '../../../lib/domain/format/document.ts'
import { documentFrom } from '../../../lib/domain/format/from-snapshot.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { applyChanges, listOf, makeSnapshot, networkOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { runs } from '../../property-runs.ts'
import { anyDocument } from './arbitrary.ts'

function parsed(json: unknown): WeftDocument {
  const result = parseDocument(json)
  if (!result.ok) throw new Error(JSON.stringify(result.faults.slice(0, 5)))
  return result.document
}

function imported(document: WeftDocument): Snapshot {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(document))
  return snapshot
}

function textOf(document: WeftDocument): string {
  return JSON.stringify(canonical(document))
}

describe('a document survives import and export', () => {
  test('F10: export of an import equals the document, for any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const read = parsed(JSON.parse(JSON.stringify(document)))
        expect(textOf(documentFrom(imported(read)))).toBe(textOf(read))
      }),
      { numRuns: runs(300) },
    )
  })

  test('F10: a second import of the export gives the same records', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const first = imported(parsed(document))
        const second = imported(parsed(JSON.parse(JSON.stringify(documentFrom(first)))))
        expect(second.tables).toEqual(first.tables)
      }),
    )
  })

  test('F10: what is exported holds no null outside a check-in, and no empty list but one reported', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { checkIns: _, ...rest } = documentFrom(imported(parsed(document)))
        const text = JSON.stringify(rest)
        expect(/[:,[]null/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))).toBe(false)
        expect(/\[\]/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))).toBe(false)
      }),
    )
  })

  test('F10: the order of keys does not matter for equality, the order of lists does', () => {
    const document = parsed(fixture('value-network.weft.json'))
    const turned = Object.fromEntries(Object.entries(document).reverse()) as WeftDocument
    expect(textOf(turned)).toBe(textOf(document))
    expect(textOf({ ...document, nodes: [...(document.nodes ?? [])].reverse() })).not.toBe(textOf(document))
  })
})

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8'))
}

describe('documents that exist', () => {
  test('F10: the worked example comes back equal', () => {
    const document = parsed(fixture('value-network.weft.json'))
    expect(textOf(documentFrom(imported(document)))).toBe(textOf(document))
    expect(listOf(imported(document), 'node')).toHaveLength(8)
  })

  const folder = process.env['WEFT_REAL_DATA']
  test.skipIf(folder === undefined)('F10: every real document comes back equal', () => {
    const files = readdirSync(folder ?? '.').filter((name) => name.endsWith('.weft.json'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const document = parsed(JSON.parse(readFileSync(join(folder ?? '.', name), 'utf8')))
      expect(textOf(documentFrom(imported(document))), name).toBe(textOf(document))
    }
  })
})

describe('records made of a document', () => {
  const base = { format: 'weft/1', network: { id: 'n', name: 'N' }, areas: [{ id: 'a', name: 'A' }] }
  const node = (id: string, closeness?: string) => ({ id, areaId: 'a', name: id, ...(closeness === undefined ? {} : { closeness }) })

  test('F7: ranks follow the lists', () => {
    const snapshot = imported(parsed({ ...base, nodes: [node('z'), node('a1'), node('m')] }))
    expect(listOf(snapshot, 'node').map(({ id }) => id)).toEqual(['z', 'a1', 'm'])
  })

  test('F7: places are counted on each ring, and no closeness is the contributing ring', () => {
    const snapshot = imported(parsed({ ...base, nodes: [node('x'), node('y', 'core'), node('z', 'contributing'), node('w', 'core')] }))
    expect(listOf(snapshot, 'node').map(({ slot }) => slot)).toEqual([0, 0, 1, 1])
  })

  test('F8: a check-in without id gets one by its place, never one that is taken', () => {
    const objective = { id: 'o', nodeId: 'x', cycleId: 'c', title: 'O' }
    const document = parsed({
      ...base,
      nodes: [node('x')],
      cycles: [{ id: 'c', name: 'C', startsOn: '2027-01-01', endsOn: '2027-01-01' }],
      objectives: [objective],
      keyResults: [{ id: 'k', objectiveId: 'o', title: 'K', metric: { kind: 'boolean' } }],
      checkIns: [
        { id: 'chk_2', keyResultId: 'k', at: '2027-01-01T00:00:00Z' },
        { keyResultId: 'k', at: '2027-01-02T00:00:00Z' },
      ],
    })
    const ids = listOf(imported(document), 'checkIn').map(({ id }) => id)
    expect(ids).toEqual(['chk_2', 'chk_2x'])
    expect(listOf(imported(document), 'checkIn').map(({ id }) => id)).toEqual(ids)
  })

  test('F9: another network id can be given; the rest stays verbatim', () => {
    const document = parsed({ ...base, source: 'here' })
    const snapshot = makeSnapshot({})
    applyChanges(snapshot, documentToChanges(document, { networkId: 'net_other' }))
    expect(networkOf(snapshot)).toMatchObject({ id: 'net_other', name: 'N', source: 'here', vision: null })
  })
})
