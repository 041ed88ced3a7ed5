import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { documentToChanges } from '../../domain/format/to-changes.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'
import { requireDocument } from '../import/import-document.ts'
import { databaseUrlOf, reading } from './database.ts'
import { readNetwork } from './network.ts'
import { readJsonFile } from './read-json.ts'
import type { Given, World } from './verb.ts'

/** What FILE|NETWORK means, for the help of a verb that takes one. */
export const subjectHelp = 'FILE is a weft/1 document, NETWORK an id or a slug. Both are only read, so a server may run beside it.'

function isFile(name: string, { folder }: World): boolean {
  return name.endsWith('.json') || existsSync(resolve(folder, name))
}

/**
 * The network that FILE|NETWORK means: a weft/1 file where there is one of that name, or where it ends in `.json`; else a network of the database.
 *
 * @throws DomainError IMPORT_FAULTS, NOT_FOUND; Unavailable where it cannot be read
 */
export async function readSubject(given: Given, world: World): Promise<Snapshot> {
  const [name = ''] = given.files
  if (!isFile(name, world)) return reading(databaseUrlOf(given, world), (source) => readNetwork(source, name))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(requireDocument(await readJsonFile(name, world))))
  return snapshot
}
