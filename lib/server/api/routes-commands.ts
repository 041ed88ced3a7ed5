import { api } from '../../contract/api.ts'
import { type Route, route } from './context.ts'
import { commitCommands } from './network.ts'

/** What people do in the browser. */
export const commandRoutes: readonly Route[] = [route(api.commandBatch, (call) => commitCommands(call, call.body.commands))]
