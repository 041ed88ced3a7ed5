import { ask } from '../../../db/query.ts'
import { api } from '../../contract/api.ts'
import type { Operation } from '../../contract/operation.ts'
import { userIdOf } from '../access/account.ts'
import { addressOf } from '../client-address.ts'
import { findByCode, noSuchCode } from '../room/by-code.ts'
import { endGuestLink, makeGuestLink } from '../room/guest-links.ts'
import { giveAnswer, leaveSeat, type Member, reveal, roomFor, shareTallies, takeSeat } from '../room/rooms.ts'
import { type Call, type Route, route } from './context.ts'
import { contextOf } from './network.ts'

const { room } = api

type InRoom = Omit<Call<Operation>, 'params' | 'query' | 'body'> & { readonly params: { readonly network: string; readonly ritual: string } }

async function memberOf({ store, params, who, now }: InRoom): Promise<Member> {
  return { store, who, now, networkId: await store.resolve(params.network), ritualId: params.ritual }
}

/** Does something in a room, and tells whoever looks at it. */
async function changing<T>(call: InRoom, act: (member: Member) => Promise<T>): Promise<T> {
  const member = await memberOf(call)
  const done = await act(member)
  call.live.roomChanged(member.networkId, member.ritualId)
  return done
}

async function openingOf(call: InRoom) {
  const { store, params, uuid, idempotency } = call
  return { store, ctx: await contextOf(call), ritualId: params.ritual, uuid, options: idempotency ? { idempotency } : {} }
}

/** The networks in which somebody has a part: a token has the one that it was made for. */
async function networksOf({ store, principal }: Pick<InRoom, 'store' | 'principal'>): Promise<ReadonlySet<string>> {
  if (principal.kind !== 'user') return new Set()
  const places = await store.ask((statements) => ask(statements.membershipsOf, { userId: principal.userId }))
  return new Set(places.map(({ networkId }) => networkId))
}

/** What people do in the room of a session. */
export const roomRoutes: readonly Route[] = [
  route(room.read, async (call) => roomFor(await memberOf(call))),
  route(room.sit, (call) => changing(call, (member) => takeSeat(member, call.body.nodeId))),
  route(room.leave, (call) => changing(call, leaveSeat)),
  route(room.answer, (call) => changing(call, (member) => giveAnswer(member, call.params.question, call.body.body ?? undefined))),
  route(room.withdraw, (call) => changing(call, (member) => giveAnswer(member, call.params.question, null))),
  route(room.reveal, (call) => changing(call, async () => reveal(await openingOf(call), call.body.question))),
  route(room.share, (call) => changing(call, async () => shareTallies(await openingOf(call), call.body.keys))),
  route(room.openToGuests, (call) =>
    changing(call, (member) => makeGuestLink(member, { id: `guest_${call.uuid()}`, createdBy: userIdOf(call.principal) })),
  ),
  route(room.closeToGuests, (call) =>
    changing(call, async (member) => {
      await endGuestLink(member)
      call.access.changed(member.networkId)
      return { id: member.ritualId }
    }),
  ),
  route(room.byCode, async (call) => {
    const guesser = `code ${userIdOf(call.principal)} ${addressOf(call.request)}`
    call.access.guesses.refuseGuesser(guesser)
    const found = await findByCode(call.store, call.params.code, await networksOf(call))
    if (found) return found
    call.access.guesses.miss(guesser)
    throw noSuchCode()
  }),
]
