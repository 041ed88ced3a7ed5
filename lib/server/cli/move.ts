import { counted } from '../../domain/counted.ts'
import { secretFileOf } from '../auth/secret.ts'
import type { Sum } from '../backup/account.ts'
import { type Moved, moveDatabase } from '../backup/move.ts'
import { isPostgres, withoutPassword } from '../database-url.ts'
import { refusalOfBackup } from './backup.ts'
import { databaseFlag, databaseUrlOf } from './database.ts'
import { type Given, Misuse, type Verb, type World } from './verb.ts'

function targetOf({ flags }: Given, world: World): string {
  const to = flags['to']
  if (typeof to !== 'string') throw new Misuse('Say where to: --to postgres://USER:PASSWORD@HOST/DATABASE or --to file:PATH')
  return databaseUrlOf({ files: [], flags: { database: to } }, world)
}

const shownSigns = 16

/** A line for each table or network: how much, and the hash on both sides. */
function linesOf(from: Readonly<Record<string, Sum>>, to: Readonly<Record<string, Sum>>): string[] {
  const width = Math.max(...Object.keys(from).map((key) => key.length))
  return Object.entries(from).map(([key, { rows, sha256 }]) => {
    const there = to[key]?.sha256 ?? 'missing'
    return `  ${key.padEnd(width)}  ${String(rows).padStart(7)}  ${sha256.slice(0, shownSigns)}  ${there.slice(0, shownSigns)}`
  })
}

function totalOf({ from }: Moved): string {
  const rows = Object.values(from.tables).reduce((sum, each) => sum + each.rows, 0)
  const networks = Object.keys(from.networks).length
  return `${counted(networks, 'network')}, ${rows} rows`
}

/** What a person does next; the secret opens what is sealed with it, and signs what was sent out. */
function nextSteps(from: string, to: string): string[] {
  const secret = secretFileOf(from, 'secret')
  const there = isPostgres(to) ? 'WEFT_SECRET, which every process needs alike' : secretFileOf(to, 'secret')
  return [
    `Next: start the server with DATABASE_URL=${withoutPassword(to)} and the same secret as before: what is in ${secret} (or WEFT_SECRET) belongs into ${there}.`,
    'Everybody signs in again. Do not start a server on the old database again: what is written there from now on is not in the new one.',
  ]
}

async function move(from: string, to: string, { now }: World): Promise<Moved> {
  const stamp = now().toISOString().replace(/\D/g, '').slice(0, 14)
  try {
    return await moveDatabase(from, to, stamp)
  } catch (error) {
    throw refusalOfBackup(error)
  }
}

export const moveVerb: Verb = {
  name: 'move',
  says: 'carry the whole database over to PostgreSQL, or back to a file',
  takes: [],
  flags: { ...databaseFlag, to: { value: 'URL', says: 'an empty PostgreSQL database, postgres://…, or a new file, file:PATH' } },
  help: [
    'No server may run on the database that is moved; it is only read and stays as it is. Everything is written in one transaction, read again,',
    'and compared by a hash of every table and every network; a failure half-way leaves the other side empty.',
  ],
  run: async (given, world) => {
    const [from, to] = [databaseUrlOf(given, world), targetOf(given, world)]
    if (from === to) throw new Misuse('This is the database itself. Give another one with --to.')
    const moved = await move(from, to, world)
    const lines = [
      `Moved ${totalOf(moved)} from ${withoutPassword(from)} to ${withoutPassword(to)}.`,
      'Tables: rows, SHA-256 before, SHA-256 after',
      ...linesOf(moved.from.tables, moved.to.tables),
      'Networks: rows, SHA-256 before, SHA-256 after',
      ...linesOf(moved.from.networks, moved.to.networks),
      ...nextSteps(from, to),
    ]
    return { exitCode: 0, data: { from: withoutPassword(from), to: withoutPassword(to), isEqual: true, source: moved.from, target: moved.to }, lines }
  },
}
