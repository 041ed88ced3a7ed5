import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/error.ts'
import { faultOfJson } from '../json.ts'
import { Unavailable, type World } from './verb.ts'

async function readText(file: string, { folder }: World): Promise<string> {
  try {
    const bytes = await readFile(resolve(folder, file))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw notJson(file, 'it is not UTF-8')
    throw new Unavailable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function notJson(file: string, reason: string): DomainError {
  return new DomainError('IMPORT_FAULTS', `${file} is not a JSON file: ${reason}.`, {
    faults: [{ path: '', message: reason, remedy: 'Give a weft/1 document, as “weft export” writes it.' }],
  })
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw notJson(file, error instanceof Error ? error.message : 'it cannot be read')
  }
}

/** Reads a JSON file. @throws Unavailable where it cannot be read; DomainError IMPORT_FAULTS where it is not JSON */
export async function readJsonFile(file: string, world: World): Promise<unknown> {
  const json = parse(await readText(file, world), file)
  const fault = faultOfJson(json)
  if (fault) throw new DomainError('IMPORT_FAULTS', `${file} has a fault.`, { faults: [fault] })
  return json
}
