import { api } from '../../contract/api.ts'
import { DomainError } from '../../domain/error.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { accountOf } from '../access/account.ts'
import { networksOf } from '../access/own-networks.ts'
import { startNetwork } from '../import/start-network.ts'
import { type Route, route } from './context.ts'
import { commitCommands } from './network.ts'
import { sendBody } from './snapshot.ts'

const { networks } = api

/** The networks of this server, and one as a whole. */
export const networkRoutes: readonly Route[] = [
  route(networks.list, async ({ store, principal }) => ({ items: [...(await networksOf(store, principal))] })),
  route(networks.create, async (call) => {
    const founder = await accountOf(call.store, call.principal)
    const { committed, network } = await startNetwork({ ...call, founder }, call.body)
    call.access.changed(network.id)
    return { ...committed, item: network }
  }),
  route(networks.get, async ({ store, params }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    return { revision: snapshot.revision, item: networkOf(snapshot) }
  }),
  route(networks.update, async (call) => {
    const id = await call.store.resolve(call.params.network)
    const { revision, ...set } = call.body
    const committed = await commitCommands(call, [{ name: 'network.update', input: { id, set, revision } }])
    return { ...committed, item: networkOf(await call.store.read(id)) }
  }),
  route(networks.remove, async ({ store, access, params, query }) => {
    const id = await store.resolve(params.network)
    const { name } = networkOf(await store.read(id))
    if (query.confirm !== name)
      throw new DomainError('VALIDATION', `Deleting a network cannot be undone. Give its name, “${name}”, as confirm.`, {
        faults: [{ path: 'confirm', message: 'is not the name of the network', remedy: `Give ${name}.` }],
      })
    await store.removeNetwork(id)
    access.changed(id)
    return { id, name }
  }),
  route(networks.snapshot, async ({ store, params, request }) => sendBody(await store.body(await store.resolve(params.network)), request.headers)),
]
