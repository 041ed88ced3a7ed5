import { v7 } from 'uuid'
import { ask, tell } from '../../../db/query.ts'
import { system } from '../../domain/access.ts'
import { call } from '../../domain/command/call.ts'
import { runCommands } from '../../domain/command/run.ts'
import { newId } from '../../domain/ids.ts'
import { listOf } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import { sameEmail } from './users.ts'

export type Joining = { readonly userId: string; readonly name: string; readonly email: string }

/** The person of a network who has this address and can not sign in yet; a new one where there is none. */
async function personFor(store: Store, networkId: string, { joining, taken, now }: { joining: Joining; taken: ReadonlySet<string>; now: Date }) {
  const people = listOf(await store.read(networkId), 'person')
  const known = people.find(({ id, email }) => email !== null && sameEmail(email) === joining.email && !taken.has(id))
  if (known) return known.id
  const id = newId('person', v7())
  const commands = [call('person.create', { id, name: joining.name, email: joining.email })]
  const ctx = { actor: id, who: system, networkId, now: formatInstant(now.getTime()) }
  await store.commit(ctx, { name: 'person.create', decide: (snapshot, context) => runCommands(snapshot, commands, context) })
  return id
}

async function joinNetwork(store: Store, networkId: string, joining: Joining, now: Date): Promise<void> {
  const places = await store.ask((statements) => ask(statements.placesIn, { networkId }))
  if (places.some(({ userId }) => userId === joining.userId)) return
  const personId = await personFor(store, networkId, { joining, taken: new Set(places.map((place) => place.personId)), now })
  await store.write(networkId, (statements) => tell(statements.joinAsOwner, { networkId, userId: joining.userId, personId, now }))
}

/** Makes a user an owner of every network that there is, as a person of each. It can be repeated: what is done already stays as it is. */
export async function joinEveryNetwork(store: Store, joining: Joining, now: Date): Promise<void> {
  for (const { id } of await store.networks()) await joinNetwork(store, id, joining, now)
}
