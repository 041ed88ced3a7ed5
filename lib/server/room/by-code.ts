import { ask } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import { find, networkOf } from '../../domain/snapshot.ts'
import type { RitualKind } from '../../domain/vocabulary.ts'
import type { Store } from '../store-contract.ts'

export type Found = { readonly network: string; readonly ritual: string; readonly kind: RitualKind }

/** The one answer to every code that leads nowhere: never made, over, or of a network of others. */
export function noSuchCode(): DomainError {
  return new DomainError('NOT_FOUND', 'No open session has this code. Look at the screen again, or ask who leads it.')
}

/** A code as people type it: small letters, spaces and hyphens are read over. */
function readCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '')
}

/** The open session with a code in one of some networks; null where there is none. */
export async function findByCode(store: Pick<Store, 'ask' | 'read'>, text: string, networkIds: ReadonlySet<string>): Promise<Found | null> {
  const code = readCode(text)
  if (!/^[A-Z2-9]{6}$/.test(code)) return null
  const rows = await store.ask((statements) => ask(statements.openByCode, { code }))
  for (const { networkId, id } of rows) {
    if (!networkIds.has(networkId)) continue
    const snapshot = await store.read(networkId)
    const ritual = find(snapshot, 'ritual', id)
    const { slug } = networkOf(snapshot)
    if (ritual?.state === 'open') return { network: slug ?? networkId, ritual: id, kind: ritual.kind }
  }
  return null
}
