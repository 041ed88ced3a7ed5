import { v7 } from 'uuid'
import { api } from '../../contract/api.ts'
import { requestOf } from '../../contract/call.ts'
import { problemSchema } from '../../contract/error.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Renamed } from '../import/free-name.ts'
import { importDocument, requireDocument } from '../import/import-document.ts'
import { openStore } from '../store.ts'
import { countsOf } from './counts.ts'
import { databaseFlag, databaseUrlOf, type Running, runningServer } from './database.ts'
import { readJsonFile } from './read-json.ts'
import { Unavailable, type Verb, type World } from './verb.ts'

type Outcome = {
  readonly network: { readonly id: string; readonly name: string; readonly slug: string | null }
  readonly renamed: readonly Renamed[]
  readonly through: string
}

const { import: operation } = api.transfer

/** Sends a document to the server that holds the database. */
async function importByServer({ address, headers: own }: Running, json: unknown): Promise<Outcome> {
  const { method, url, body } = requestOf(operation, { params: {}, body: json })
  const headers = { 'content-type': 'application/json', 'idempotency-key': v7(), ...own }
  const response = await fetch(address + url, { method, headers, body }).catch((error: unknown) => {
    throw new Unavailable(`The server at ${address} cannot be reached: ${error instanceof Error ? error.message : String(error)}.`)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const { item, renamed } = operation.answer.parse(answer)
    return { network: item, renamed, through: address }
  }
  const problem = problemSchema.safeParse(answer)
  if (!problem.success) throw new Unavailable(`The server at ${address} answered ${response.status}, and not as Weft does.`)
  throw new DomainError('IMPORT_FAULTS', problem.data.detail, { faults: problem.data.errors })
}

async function importToDatabase(databaseUrl: string, json: unknown, { now }: World): Promise<Outcome> {
  const store = await openStore(databaseUrl)
  try {
    const { network, renamed } = await importDocument({ store, uuid: v7, actor: 'cli', now: formatInstant(now().getTime()) }, json)
    return { network, renamed, through: 'database' }
  } finally {
    await store.close()
  }
}

function renamedLines(renamed: readonly Renamed[]): string[] {
  return renamed.map(({ field, from, to }) => `  The ${field} “${from}” was taken here; the network got “${to}”.`)
}

export const importVerb: Verb = {
  name: 'import',
  says: 'read a weft/1 file into the database as a new network',
  takes: ['FILE'],
  flags: databaseFlag,
  help: [
    'All or nothing: a file with faults is refused whole, and each fault is named by its path.',
    'Goes through the server that holds the database, if one runs; else opens the database itself.',
  ],
  run: async (given, world) => {
    const [file = ''] = given.files
    const json = await readJsonFile(file, world)
    const { counts, text } = countsOf(requireDocument(json))
    const databaseUrl = databaseUrlOf(given, world)
    const server = runningServer(databaseUrl)
    const { network, renamed, through } = server ? await importByServer(server, json) : await importToDatabase(databaseUrl, json, world)
    const where = `/${network.slug ?? network.id}`
    return {
      exitCode: 0,
      data: { network, renamed, counts, through },
      lines: [`Imported “${network.name}” with ${text}. Its address is ${where}.`, ...renamedLines(renamed)],
    }
  },
}
