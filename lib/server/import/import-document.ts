import { system } from '../../domain/access.ts'
import type { Change } from '../../domain/change.ts'
import type { Network } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import type { WeftDocument } from '../../domain/format/document.ts'
import { parseDocument } from '../../domain/format/parse.ts'
import { documentToChanges } from '../../domain/format/to-changes.ts'
import { newId } from '../../domain/ids.ts'
import type { Account } from '../access/account.ts'
import type { Committed, Idempotency, Store } from '../store-contract.ts'
import { foundingOf } from './founder.ts'
import { firstFree, type Renamed, takenAddresses, withFreeNames } from './free-name.ts'

export type Import = {
  readonly store: Store
  readonly uuid: () => string
  readonly actor: string
  readonly now: string
  /** who owns the network from its first moment; nobody where the program itself makes it */
  readonly founder?: Account | null
  readonly idempotency?: Idempotency | undefined
}

export type Made = { readonly committed: Committed; readonly network: Network }

export type Imported = Made & {
  readonly counts: Readonly<Record<string, number>>
  readonly renamed: readonly Renamed[]
}

/** The document, or every fault of it. @throws DomainError IMPORT_FAULTS */
export function requireDocument(json: unknown): WeftDocument {
  const parsed = parseDocument(json)
  if (parsed.ok) return parsed.document
  const count = parsed.faults.length
  throw new DomainError(
    'IMPORT_FAULTS',
    `The document has ${count === 1 ? 'one fault' : `${count} faults`}; nothing was imported. Correct what is listed and import again.`,
    { faults: parsed.faults },
  )
}

function renamedIn({ network }: WeftDocument, made: Network): Renamed[] {
  const id: Renamed[] = network.id === made.id ? [] : [{ field: 'id', from: network.id, to: made.id }]
  const slug: Renamed[] = !network.slug || !made.slug || network.slug === made.slug ? [] : [{ field: 'slug', from: network.slug, to: made.slug }]
  return [...id, ...slug]
}

/** Guaranteed by `documentToChanges`: exactly one change creates the network's own record, whole. */
function networkIn(changes: readonly Change[]): Network {
  const own = changes.find(({ entity }) => entity === 'network')
  if (!own?.after) throw new Error('the change set of an import holds no network')
  return own.after as unknown as Network
}

/** The document with an id and a slug that no network of this server has. */
async function addressed({ store, uuid }: Import, document: WeftDocument): Promise<WeftDocument> {
  const isTaken = await takenAddresses(store)
  const { id, slug } = document.network
  const network = { ...document.network, id: isTaken(id) ? newId('network', uuid()) : id }
  return { ...document, network: slug ? { ...network, slug: firstFree(slug, isTaken) } : network }
}

/** Makes a network of a document whose id and slug are free. @throws DomainError ID_TAKEN, SLUG_TAKEN where they are not */
export async function makeNetwork(call: Import, document: WeftDocument, name: string): Promise<Made> {
  const records = documentToChanges(document)
  const { id: networkId } = networkIn(records)
  const founding = call.founder ? foundingOf(call.founder, { networkId, records, uuid: call.uuid, now: call.now }) : null
  const ctx = { actor: founding?.personId ?? call.actor, who: system, networkId, now: call.now }
  const options = { name, idempotency: call.idempotency, also: founding?.enrol }
  const committed = await call.store.create(ctx, [...records, ...(founding?.changes ?? [])], options)
  return { committed, network: networkIn(committed.changes) }
}

/**
 * Makes a network of a document, all or nothing, as one change set. An id or slug that is taken here is replaced.
 *
 * @throws DomainError IMPORT_FAULTS with every fault by its path
 */
export async function importDocument(call: Import, json: unknown): Promise<Imported> {
  const document = requireDocument(json)
  const { committed, network } = await withFreeNames(async () => makeNetwork(call, await addressed(call, document), 'network.import'))
  const counts = Object.fromEntries([...Map.groupBy(committed.changes, ({ entity }) => entity)].map(([entity, each]) => [entity, each.length]))
  return { committed, network, counts, renamed: renamedIn(document, network) }
}
