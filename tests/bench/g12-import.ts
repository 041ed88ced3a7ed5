import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { parseDocument } from '../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { importDocument } from '../../lib/server/import/import-document.ts'
import { openStore } from '../../lib/server/store.ts'
import { insertBare } from './bare-insert.ts'
import { generate } from './generate.ts'
import { type Cost, costOf, inTurn, medianCpu, medianWall } from './measure.ts'
import type { Result } from './result.ts'

const rounds = 5

const inFolder = async (run: (file: string) => Promise<Cost>): Promise<Cost> => {
  const folder = await mkdtemp(join(tmpdir(), 'weft-bench-'))
  const cost = await run(join(folder, 'weft.db'))
  await rm(folder, { recursive: true, force: true })
  return cost
}

/** An empty database with our schema. */
async function migrated(file: string) {
  const store = await openStore(`file:${file}`)
  await store.close()
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma)
  return db
}

/** Import of a network of 10,000 key results against parsing, validating and inserting the same rows with nothing around it. */
export async function measureImport(): Promise<Result[]> {
  const text = JSON.stringify(generate('L'))
  const samples = await inTurn(
    rounds,
    () =>
      inFolder(async (file) => {
        const store = await openStore(`file:${file}`)
        const cost = await costOf(() => importDocument({ store, uuid: v7, actor: 'bench', now: new Date().toISOString() }, JSON.parse(text)))
        await store.close()
        return cost
      }),
    () =>
      inFolder(async (file) => {
        const db = await migrated(file)
        const cost = await costOf(() => {
          const parsed = parseDocument(JSON.parse(text))
          if (!parsed.ok) throw new Error('the generated network has faults')
          insertBare(db, parsed.document.network.id, documentToChanges(parsed.document))
        })
        db.close()
        return cost
      }),
  )
  const [mine, theirs] = [medianWall(samples.ours), medianWall(samples.reference)]
  return [
    {
      goal: 'G12',
      what: 'import of 10,000 key results (L)',
      ours: `${Math.round(mine)} ms`,
      reference: `${Math.round(theirs)} ms`,
      ratio: mine / theirs,
      cpuRatio: medianCpu(samples.ours) / medianCpu(samples.reference),
      atMost: 2,
      rounds,
    },
  ]
}
