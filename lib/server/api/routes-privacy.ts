import { api } from '../../contract/api.ts'
import { can, type Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import { find, type Snapshot } from '../../domain/snapshot.ts'
import { requireUser } from '../auth/own-account.ts'
import { ownDataOf } from '../privacy/own-data.ts'
import { type Route, route } from './context.ts'
import { contextOf } from './network.ts'

const { privacy } = api

function requireOwn({ role, personId }: Who, id: string): void {
  if (can(role, 'manage') || personId === id) return
  throw new DomainError('FORBIDDEN', 'Only an owner of the network may erase somebody, and everybody themselves.', { entity: 'person', id })
}

/** What cannot be undone is done to the one who is meant. */
function requireConfirmed(snapshot: Snapshot, id: string, confirm: string): void {
  const expected = find(snapshot, 'person', id)?.name ?? id
  if (confirm === expected) return
  throw new DomainError('VALIDATION', 'Erasing a person cannot be undone. Give the person’s name as confirm.', {
    faults: [{ path: 'confirm', message: 'is not the name of the person', remedy: 'Give the name as it is now.' }],
  })
}

/** What is known of a person, and how it is forgotten. */
export const privacyRoutes: readonly Route[] = [
  route(privacy.exportOwnData, ({ store, principal, now }) => ownDataOf(store, requireUser(principal).userId, now)),
  route(privacy.erasePerson, async (call) => {
    const { store, access, accounts, params, query, who } = call
    requireOwn(who, params.id)
    const ctx = await contextOf(call)
    requireConfirmed(await store.read(ctx.networkId), params.id, query.confirm)
    const erased = await store.erasePerson(ctx, params.id)
    access.changed(ctx.networkId)
    if (erased.account === 'deleted') accounts?.changed()
    return erased
  }),
]
