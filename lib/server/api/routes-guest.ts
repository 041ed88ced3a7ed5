import { api } from '../../contract/api.ts'
import { linkOver } from '../access/links.ts'
import { addressOf } from '../client-address.ts'
import { answerAsGuest, doorOf, type OpenDoor, roomForGuest, takeGuestSeat, type Visit } from '../room/guests.ts'
import { type Route, route, type Services } from './context.ts'
import { linkListening, tooManyStreams } from './listening.ts'

const { guest } = api

/** Nothing that a link opens is kept, found by a search, or told to another site. */
const quiet = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }

type Asked = Services & { readonly params: { readonly token: string }; readonly request: Request; readonly now: string }

/** The room that a secret opens. @throws DomainError LINK_OVER, the same for every secret that opens none; TOO_MANY_REQUESTS for who guesses */
async function requireDoor({ store, access, clock, params, request }: Asked): Promise<OpenDoor> {
  const address = addressOf(request)
  access.guesses.refuseGuesser(address)
  const door = await doorOf(store, params.token, clock())
  if (door) return door
  access.guesses.miss(address)
  throw linkOver()
}

async function visitOf(call: Asked): Promise<Visit> {
  const door = await requireDoor(call)
  return { store: call.store, door, seatSecret: call.request.headers.get('weft-seat'), now: call.now }
}

/** Does something as a guest, and tells whoever looks at the room. */
async function visiting<T>(call: Asked, act: (visit: Visit) => Promise<T>): Promise<Response> {
  const visit = await visitOf(call)
  const done = await act(visit)
  call.live.roomChanged(visit.door.networkId, visit.door.ritualId)
  return Response.json(done, { headers: quiet })
}

/** Guests of a check, by its link. */
export const guestRoutes: readonly Route[] = [
  route(guest.read, async (call) => Response.json(await roomForGuest(await visitOf(call)), { headers: quiet })),
  route(guest.sit, (call) => visiting(call, (visit) => takeGuestSeat(visit, { name: call.body.name, id: `seat_${call.uuid()}` }))),
  route(guest.answer, (call) => visiting(call, (visit) => answerAsGuest(visit, call.params.question, call.body.body ?? undefined))),
  route(guest.events, async (call) => {
    const door = await requireDoor(call)
    const isAllowed = async () => (await doorOf(call.store, call.params.token, call.clock()))?.id === door.id
    const { ritualId } = door
    const answer = await call.live.open(linkListening(call.request, { link: door, isAllowed, headers: quiet, ritualId }))
    if (answer) return answer
    throw tooManyStreams()
  }),
]
