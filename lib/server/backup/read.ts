import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Header, headerSchema, type Row, rowSchema, type Trailer, trailerSchema } from './format.ts'

/** A backup that must not be trusted: what is wrong with it. */
export class DamagedBackup extends Error {}

function damaged(reason: string, cause?: unknown): DamagedBackup {
  return new DamagedBackup(`This backup is damaged: ${reason}. Nothing was restored; use another copy.`, { cause })
}

/** The lines of a compressed file, one after the other. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const text = new PassThrough()
  const unpacked = pipeline(createReadStream(path), createGunzip(), text).catch((error: unknown) =>
    text.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) yield line
  } finally {
    text.destroy()
    await unpacked
  }
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw damaged(`line ${number} is not JSON`, error)
  }
}

export type Line = { readonly header: Header } | { readonly table: string; readonly row: Row } | { readonly trailer: Trailer }

function lineOf(value: unknown, number: number): Line {
  const header = number === 1 ? headerSchema.safeParse(value) : null
  if (header?.success) return { header: header.data }
  const row = rowSchema.safeParse(value)
  if (number > 1 && row.success) return { table: row.data[0], row: row.data[1] }
  const trailer = trailerSchema.safeParse(value)
  if (number > 1 && trailer.success) return { trailer: trailer.data }
  throw damaged(number === 1 ? 'it does not begin like a Weft backup' : `line ${number} is neither a row nor the end`)
}

/** What a backup says it holds, line by line. @throws DamagedBackup where it cannot be read to the end */
export async function* readBackup(path: string): AsyncGenerator<Line & { readonly text: string }> {
  let number = 0
  try {
    for await (const text of linesOf(path)) {
      number += 1
      yield { ...lineOf(parse(text, number), number), text }
    }
  } catch (error) {
    if (error instanceof DamagedBackup) throw error
    throw damaged(error instanceof Error ? error.message : String(error), error)
  }
}

function refuseMiscount(stated: Trailer['rows'], counted: ReadonlyMap<string, number>): void {
  const tables = new Set([...Object.keys(stated), ...counted.keys()])
  const wrong = [...tables].find((table) => (stated[table] ?? 0) !== (counted.get(table) ?? 0))
  if (wrong !== undefined) throw damaged(`it has ${counted.get(wrong) ?? 0} rows of ${wrong} instead of ${stated[wrong] ?? 0}`)
}

/**
 * Reads a backup from end to end and compares hash and counts.
 *
 * @throws DamagedBackup where anything does not fit
 */
export async function verifyBackup(path: string): Promise<{ readonly header: Header; readonly trailer: Trailer }> {
  const hash = createHash('sha256')
  const counted = new Map<string, number>()
  let header: Header | null = null
  let trailer: Trailer | null = null
  for await (const line of readBackup(path)) {
    if (trailer) throw damaged('something follows its end')
    if ('trailer' in line) trailer = line.trailer
    else hash.update(`${line.text}\n`)
    if ('header' in line) header = line.header
    if ('table' in line) counted.set(line.table, (counted.get(line.table) ?? 0) + 1)
  }
  if (!header || !trailer) throw damaged('its end is missing')
  if (hash.digest('hex') !== trailer.sha256) throw damaged('its content does not fit its SHA-256')
  refuseMiscount(trailer.rows, counted)
  return { header, trailer }
}
