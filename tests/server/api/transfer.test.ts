import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleDocument } from './sample-network.ts'

const golden = 'tests/fixtures/value-network.weft.json'
const realData = process.env['WEFT_REAL_DATA']
const realFiles =
  realData && existsSync(realData)
    ? readdirSync(realData)
        .filter((name) => name.endsWith('.weft.json'))
        .map((name) => join(realData, name))
    : []

/** A document without what may differ: nulls, empty lists, the order of keys, when it was written. Written apart from the program's own form. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, item]) => item !== null && !(Array.isArray(item) && item.length === 0) && key !== 'exportedAt' && key !== 'revision',
  )
  return Object.fromEntries(kept.map(([key, item]) => [key, plain(item)]))
}

describeOnEachDatabase('import and export', (database) => {
  const { send } = apiOn(database)
  const roundTrip = async (document: unknown) => {
    const { status, body } = await send('POST', `${base}/import`, document)
    expect(status).toBe(201)
    const exported = await send('GET', `${base}/networks/${body.item.id}/export`)
    return { imported: body, exported: exported.body }
  }

  test('what is imported is exported equal', async () => {
    for (const document of [sampleDocument(), JSON.parse(readFileSync(golden, 'utf8'))]) {
      const fresh = { ...document, network: { ...document.network, id: `${document.network.id}-${database.dialect}-own` } }
      const { exported, imported } = await roundTrip(fresh)
      expect(imported.renamed).toEqual([])
      expect(plain(exported)).toEqual(plain(fresh))
    }
  })

  describe.skipIf(realFiles.length === 0)(realFiles.length === 0 ? 'NOT RUN: real files (WEFT_REAL_DATA is not set)' : 'real files', () => {
    test.for(realFiles.length === 0 ? ['none'] : realFiles)('%s is imported and exported equal', async (file) => {
      const document = JSON.parse(readFileSync(file, 'utf8'))
      const { exported, imported } = await roundTrip(document)
      expect(imported.counts.node).toBe(document.nodes.length)
      expect(plain(exported)).toEqual(plain(document))
    })
  })

  test('a second import of a document gets a new id and slug, and says so', async () => {
    const document = {
      ...sampleDocument(),
      network: { ...sampleDocument().network, id: `net-${database.dialect}`, slug: `small-${database.dialect}` },
    }
    await roundTrip(document)
    const { imported, exported } = await roundTrip(document)
    expect(imported.renamed).toEqual([
      { field: 'id', from: document.network.id, to: imported.item.id },
      { field: 'slug', from: `small-${database.dialect}`, to: `small-${database.dialect}-2` },
    ])
    const back = { ...exported, network: { ...exported.network, id: document.network.id, slug: document.network.slug } }
    expect(plain(back)).toEqual(plain(document))
  })

  test('a document with faults is refused whole, with each fault by its path, and nothing is written', async () => {
    const networks = async () => (await send('GET', `${base}/networks`)).body.items.length
    const before = await networks()
    const document = {
      ...sampleDocument(),
      network: { id: `net-faults-${database.dialect}`, name: 'Faults' },
      nodes: [
        { id: 'care', areaId: 'nowhere', name: 'Care' },
        { id: 'care', areaId: 'customer', name: 'Twin', colour: 'red' },
      ],
      cycles: [{ id: 'q1', name: 'Q1', startsOn: '2027-02-30', endsOn: '2027-01-01' }],
    }
    const { errors, detail } = expectProblem(await send('POST', `${base}/import`, document), 'IMPORT_FAULTS')
    const paths = errors.map((fault: { path: string }) => fault.path)
    for (const path of ['nodes[0].areaId', 'nodes[1].id', 'nodes[1].colour', 'cycles[0].startsOn', 'exchanges[0].fromNodeId', 'objectives[1].nodeId'])
      expect(paths).toContain(path)
    expect(detail).toContain(`${errors.length} faults`)
    expect(await networks()).toBe(before)
    expectProblem(await send('GET', `${base}/networks/net-faults-${database.dialect}`), 'NOT_FOUND')
  })

  test('what is no document is refused', async () => {
    for (const body of [null, 1, 'x', [], {}, { format: 'weft/2' }, { format: 'weft/1' }])
      expectProblem(await send('POST', `${base}/import`, body), 'IMPORT_FAULTS')
  })

  test('an import may be larger than any other body', async () => {
    const long = 'x'.repeat(9_000)
    const areas = Array.from({ length: 300 }, (_, at) => ({ id: `a${at}`, name: `Area ${at}`, description: long }))
    const { status, body } = await send('POST', `${base}/import`, {
      format: 'weft/1',
      network: { id: `net-large-${database.dialect}`, name: 'Large' },
      areas,
    })
    expect([status, body.counts.area]).toEqual([201, 300])
  })

  test('the creation of a network cannot be undone: deleting it is another call', async () => {
    const { body } = await send('POST', `${base}/import`, sampleDocument())
    expectProblem(await send('POST', `${base}/networks/${body.item.id}/undo`), 'NOTHING_TO_UNDO')
  })
})
