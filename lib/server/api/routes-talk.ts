import { api } from '../../contract/api.ts'
import type { CommandCall } from '../../domain/command/call.ts'
import { newId } from '../../domain/ids.ts'
import { find } from '../../domain/snapshot.ts'
import type { Services } from './context.ts'
import { type Route, route } from './context.ts'
import { commitCommands } from './network.ts'
import { createdIn, readRoutes } from './routes-resources.ts'

const { comments } = api

type OnOne = Parameters<typeof commitCommands>[0] & Services & { readonly params: { readonly network: string; readonly id: string } }

/** Commits one command on a comment. @returns what it changed, with the comment as it is now */
async function change(call: OnOne, command: CommandCall) {
  const committed = await commitCommands(call, [command])
  const snapshot = await call.store.read(committed.networkId)
  return { ...committed, item: find(snapshot, 'comment', call.params.id) ?? null }
}

/** What people say about records. */
export const talkRoutes: readonly Route[] = [
  ...readRoutes(comments),
  route(comments.create, async (call) => {
    const input = { ...call.body, id: call.body.id ?? newId('comment', call.uuid()) }
    const committed = await commitCommands(call, [{ name: 'comment.create', input }])
    return { ...committed, item: createdIn('comment', committed) }
  }),
  route(comments.edit, (call) => change(call, { name: 'comment.edit', input: { ...call.body, id: call.params.id } })),
  route(comments.resolve, (call) => change(call, { name: 'comment.resolve', input: { ...call.body, id: call.params.id } })),
  route(comments.remove, (call) => commitCommands(call, [{ name: 'comment.delete', input: { id: call.params.id } }])),
]
