import { ask, tell } from '../../../db/query.ts'
import type { SharedView, ShareLink } from '../../contract/share-links.ts'
import { sharedViews } from '../../contract/share-links.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import { hashOf, isLinkSecret, newLinkSecret } from './secret.ts'

const dayMs = 86_400_000
const lastUseMs = 60_000

/** A link as it is kept. */
type LinkRow = {
  readonly id: string
  readonly networkId: string
  readonly name: string
  readonly view: string
  readonly query: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** A link that works now. */
export type OpenLink = {
  readonly id: string
  readonly networkId: string
  readonly view: SharedView
  readonly query: string
  readonly expiresAt: Date
}

/** The one answer to every link that does not work: guessed, expired and revoked ones look alike. */
export function linkOver(): DomainError {
  return new DomainError(
    'LINK_OVER',
    'This link does not work: it was used up, has expired, was taken back, or was never made. Ask whoever gave it to you for a new one.',
  )
}

function textOf(instant: Date | null): string | null {
  return instant && formatInstant(instant.getTime())
}

function viewOf(text: string): SharedView {
  return sharedViews.find((view) => view === text) ?? 'map'
}

function shown({ id, name, view, query, createdAt, expiresAt, lastUsedAt, revokedAt }: LinkRow): ShareLink {
  const instants = { createdAt: formatInstant(createdAt.getTime()), expiresAt: formatInstant(expiresAt.getTime()) }
  return { id, name, view: viewOf(view), query, ...instants, lastUsedAt: textOf(lastUsedAt), revokedAt: textOf(revokedAt) }
}

type LinkInput = { readonly name: string; readonly view: SharedView; readonly query: string; readonly days: number }
type Making = {
  readonly store: Pick<Store, 'write'>
  readonly networkId: string
  readonly createdBy: string
  readonly id: string
  readonly now: string
}

/** Makes a link. @returns it, and its secret, which nobody can read again */
export async function makeLink({ store, networkId, createdBy, id, now }: Making, { days, ...input }: LinkInput) {
  const secret = newLinkSecret()
  const createdAt = new Date(now)
  const row = {
    ...input,
    id,
    networkId,
    createdBy,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * dayMs),
    lastUsedAt: null,
    revokedAt: null,
  }
  await store.write(networkId, (statements) => tell(statements.insertLink, { ...row, hash: hashOf(secret) }))
  return { item: shown(row), secret }
}

export async function listLinks(store: Pick<Store, 'ask'>, networkId: string): Promise<ShareLink[]> {
  return (await store.ask((statements) => ask(statements.linksOf, { networkId }))).map(shown)
}

/** Takes a link back. @throws DomainError NOT_FOUND */
export async function revokeLink(store: Pick<Store, 'write'>, at: { readonly networkId: string; readonly id: string }, now: string): Promise<void> {
  await store.write(at.networkId, function* (statements) {
    const links = yield* ask(statements.linksOf, { networkId: at.networkId })
    if (!links.some(({ id }) => id === at.id)) throw new DomainError('NOT_FOUND', 'There is no such link in this network.')
    yield* tell(statements.revokeLink, { ...at, revokedAt: new Date(now) })
  })
}

/** The link that a secret opens; null where it opens none now. */
export async function openLinkOf(store: Pick<Store, 'ask' | 'write'>, secret: string, now: Date): Promise<OpenLink | null> {
  if (!isLinkSecret(secret)) return null
  const [row] = await store.ask((statements) => ask(statements.linkByHash, { hash: hashOf(secret) }))
  if (!row || row.revokedAt !== null || row.expiresAt <= now) return null
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= lastUseMs)
    // Only the list of links shows it: what fails now is written at the next use.
    void store.write(row.networkId, (statements) => tell(statements.touchLink, { id: row.id, lastUsedAt: now })).catch(() => undefined)
  return { id: row.id, networkId: row.networkId, view: viewOf(row.view), query: row.query, expiresAt: row.expiresAt }
}
