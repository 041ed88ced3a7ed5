import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ask } from '../../../db/query.ts'
import { backupFormat, type Header, type Trailer } from './format.ts'
import type { Source } from './source.ts'

/** Counts and hashes lines as they pass. */
function makeSeal() {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  return {
    line: (value: unknown): string => {
      const text = `${JSON.stringify(value)}\n`
      hash.update(text)
      return text
    },
    count: (table: string, by: number) => {
      rows[table] = (rows[table] ?? 0) + by
    },
    trailer: (): Trailer => ({ end: true, rows, sha256: hash.copy().digest('hex') }),
  }
}

async function* linesOf(source: Source, header: Header, seal: ReturnType<typeof makeSeal>): AsyncGenerator<string> {
  yield seal.line(header)
  for (const { name, read } of source.copies) {
    const rows = await source.ask(ask(read))
    seal.count(name, rows.length)
    for (const row of rows) yield seal.line([name, row])
  }
  yield `${JSON.stringify(seal.trailer())}\n`
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}

/**
 * Writes every table of a database to a file: JSON lines, compressed, sealed by a hash and the number of rows. The file
 * appears under its name only when it is whole and on the disk.
 */
export async function writeBackup(source: Source, path: string, createdAt: string): Promise<{ readonly header: Header; readonly trailer: Trailer }> {
  const header: Header = {
    format: backupFormat,
    createdAt,
    dialect: source.dialect,
    migration: source.migrations.at(-1) ?? '',
    tables: source.copies.map(({ name }) => name),
  }
  const seal = makeSeal()
  const unfinished = `${path}.unfinished`
  // What a run that was killed left there goes; a link that somebody put there instead is removed, not followed.
  await rm(unfinished, { force: true })
  try {
    await pipeline(Readable.from(linesOf(source, header, seal)), createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }))
    await sync(unfinished)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return { header, trailer: seal.trailer() }
}
