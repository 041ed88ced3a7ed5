import { api } from '../../contract/api.ts'
import { type Route, route } from './context.ts'
import { speakerOf } from './listening.ts'

/** Who is in a network now. */
export const presenceRoutes: readonly Route[] = [
  route(api.presence, async (call) => {
    const networkId = await call.store.resolve(call.params.network)
    return { people: await call.live.say(speakerOf({ ...call, networkId }), call.body) }
  }),
]
