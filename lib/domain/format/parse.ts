import type { Fault } from '../error.ts'
import type { EntityName } from '../ids.ts'
import { faultsOf } from '../rules.ts'
import { completeRecord, headSchema, type ListedEntity, listedEntities, listNames, recordSchemas, type WeftDocument } from './document.ts'
import { faultsOfIssues } from './fault.ts'

/** Faults that are listed; what goes beyond is counted in one more. */
export const faultLimit = 5_000

export type ParsedDocument = { readonly ok: true; readonly document: WeftDocument } | { readonly ok: false; readonly faults: readonly Fault[] }

type Plain = Readonly<Record<string, unknown>>

/** The ids that a document declares. A list that cannot be read has no ids, and what refers to it is not faulted a second time. */
type Declared = ReadonlyMap<EntityName, ReadonlySet<unknown> | 'unreadable'>

/**
 * Reads a document in the format weft/1. It is taken whole or refused whole, with every fault named by its path.
 *
 * @param json anything, as `JSON.parse` gives it; it is not changed
 * @returns the document with its instants in UTC, or what is wrong with it: unknown or missing fields, wrong values, ids that
 * occur twice, references that lead nowhere, and the rules of each kind of record
 * Cost O(size of the document).
 */
export function parseDocument(json: unknown): ParsedDocument {
  if (!isPlain(json))
    return {
      ok: false,
      faults: [{ path: '', message: 'A document is a JSON object.', remedy: 'Give an object with format, network and its lists.' }],
    }
  const declared = declaredIn(json)
  const faults: Fault[] = []
  const head = parseHead(json, faults)
  const network = parseRecord('network', json['network'], ['network'], faults)
  const lists = listedEntities.map((entity) => [listNames[entity], parseList(entity, json[listNames[entity]], declared, faults)] as const)
  if (faults.length > 0) return { ok: false, faults: capped(faults) }
  return { ok: true, document: castDocument({ ...head, network, ...Object.fromEntries(lists.filter(([, records]) => records !== undefined)) }) }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Guaranteed by `parseDocument`: without faults, every part has passed its schema. */
function castDocument(document: unknown): WeftDocument {
  return document as WeftDocument
}

function capped(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= faultLimit) return faults
  return [...faults.slice(0, faultLimit), { path: '', message: `There are ${faults.length - faultLimit} more faults.` }]
}

function declaredIn(json: Plain): Declared {
  const network = json['network']
  const own: [EntityName, ReadonlySet<unknown>] = ['network', new Set(isPlain(network) ? [network['id']] : [])]
  const ids = listedEntities.map((entity): [EntityName, ReadonlySet<unknown> | 'unreadable'] => {
    const list = json[listNames[entity]]
    if (list === undefined) return [entity, new Set()]
    return [entity, Array.isArray(list) ? new Set(list.map((record: unknown) => (isPlain(record) ? record['id'] : undefined))) : 'unreadable']
  })
  return new Map([own, ...ids])
}

function parseHead(json: Plain, faults: Fault[]): object | undefined {
  const known = new Set<string>(['network', ...Object.values(listNames)])
  const head = Object.fromEntries(Object.entries(json).filter(([key]) => !known.has(key)))
  const parsed = headSchema.safeParse(head)
  if (!parsed.success) faults.push(...faultsOfIssues(parsed.error.issues, [], head))
  return parsed.data
}

function parseRecord(entity: EntityName, record: unknown, path: readonly PropertyKey[], faults: Fault[]): object | undefined {
  const parsed = recordSchemas[entity].safeParse(record)
  if (!parsed.success) faults.push(...faultsOfIssues(parsed.error.issues, path, record))
  return parsed.data
}

function parseList(entity: ListedEntity, list: unknown, declared: Declared, faults: Fault[]): unknown[] | undefined {
  const name = listNames[entity]
  if (list === undefined) return undefined
  if (!Array.isArray(list)) {
    faults.push({ path: name, message: list === null ? 'This must not be null.' : 'This must be a list.', remedy: 'Give a list, or leave it out.' })
    return undefined
  }
  const repeated = repeatedIds(list)
  return list.map((item: unknown, at) => {
    const own: Fault[] = []
    const record = parseRecord(entity, item, [name, at], own)
    if (isPlain(item)) own.push(...newTo(own, brokenRules(entity, record ?? item, `${name}[${at}]`, declared)))
    const first = repeated.get(at)
    if (first !== undefined) own.push(repeatedId(name, at, first))
    faults.push(...own)
    return record
  })
}

/** One thing is said about a field once: what its schema said counts. */
function newTo(known: readonly Fault[], faults: readonly Fault[]): readonly Fault[] {
  if (known.length === 0 || faults.length === 0) return faults
  const paths = new Set(known.map(({ path }) => path))
  return faults.filter(({ path }) => !paths.has(path))
}

/** The places whose id stood earlier in the list, each with the place where it stood first. */
function repeatedIds(list: readonly unknown[]): Map<number, number> {
  const firstAt = new Map<unknown, number>()
  const repeated = new Map<number, number>()
  for (const [at, item] of list.entries()) {
    const id = isPlain(item) ? item['id'] : undefined
    const first = firstAt.get(id)
    if (first === undefined) firstAt.set(id, at)
    else if (typeof id === 'string') repeated.set(at, first)
  }
  return repeated
}

function repeatedId(name: string, at: number, first: number): Fault {
  return { path: `${name}[${at}].id`, message: `This id is already that of ${name}[${first}].`, remedy: 'Give each record of a list its own id.' }
}

/** @param record may have faults of its own; the rules are tried on what is there */
function brokenRules(entity: ListedEntity, record: object, path: string, declared: Declared): readonly Fault[] {
  const has = (to: EntityName, id: string) => {
    const ids = declared.get(to)
    return ids === 'unreadable' || (ids?.has(id) ?? false)
  }
  const broken = faultsOf(entity, completeRecord(entity, record, { rank: 0 }), has)
  return broken.map(({ path: field, message, remedy }) => ({
    path: `${path}.${field}`,
    message: shortened(message),
    ...(remedy === undefined ? {} : { remedy }),
  }))
}

function shortened(message: string): string {
  return message.length <= 500 ? message : `${message.slice(0, 500)}…`
}
