import { tell } from '../../../db/query.ts'
import type { Who } from '../../domain/access.ts'
import type { Ritual } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { ownNodes, todayIn } from '../../domain/own-nodes.ts'
import { requireOpen } from '../../domain/ritual/phases.ts'
import { leads } from '../../domain/ritual/reveal.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import { hashOf, newLinkSecret } from '../access/secret.ts'
import type { Store } from '../store-contract.ts'

const linkDays = 7
const dayMs = 86_400_000

type Making = {
  readonly store: Pick<Store, 'within'>
  readonly networkId: string
  readonly ritualId: string
  readonly who: Who
  readonly now: string
}

/** Guests come to a check only, and are let in by who leads it or by the people of its node. @throws DomainError FORBIDDEN */
function requireDoor(snapshot: Snapshot, ritual: Ritual, { who, now }: Pick<Making, 'who' | 'now'>): void {
  if (ritual.kind !== 'check') throw new DomainError('FORBIDDEN', 'Guests can be let into a check only.', { id: ritual.id })
  if (leads(snapshot, ritual, { who, now })) return
  if (ritual.nodeId !== null && ownNodes(snapshot, who.personId, todayIn(snapshot, now)).has(ritual.nodeId)) return
  throw new DomainError('FORBIDDEN', 'Guests are let in by who leads the session, and by the people of its node.', { id: ritual.id })
}

/** Ends the link that there was. @throws DomainError NOT_FOUND, RITUAL_OVER, FORBIDDEN */
export function endGuestLink(making: Making): Promise<void> {
  const { store, networkId, ritualId, now } = making
  return store.within(networkId, function* (snapshot, statements) {
    requireDoor(snapshot, requireOpen(snapshot, ritualId), making)
    yield* tell(statements.revokeGuestLinks, { networkId, ritualId, now: new Date(now) })
  })
}

/** Makes a link, in the place of the one that there was. @returns its secret, of which only the hash is kept */
export async function makeGuestLink(making: Making, { id, createdBy }: { readonly id: string; readonly createdBy: string }) {
  const { store, networkId, ritualId, now } = making
  const [secret, createdAt] = [newLinkSecret(), new Date(now)]
  const expiresAt = new Date(createdAt.getTime() + linkDays * dayMs)
  await store.within(networkId, function* (snapshot, statements) {
    requireDoor(snapshot, requireOpen(snapshot, ritualId), making)
    yield* tell(statements.revokeGuestLinks, { networkId, ritualId, now: createdAt })
    yield* tell(statements.insertGuestLink, { id, networkId, ritualId, hash: hashOf(secret), createdBy, createdAt, expiresAt, revokedAt: null })
  })
  return { path: `/join/${secret}`, expiresAt: formatInstant(expiresAt.getTime()) }
}
