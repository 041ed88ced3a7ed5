import { remember, remembered } from '../../../../lib/client/remembered.ts'
import { addressOf, request } from '../../../../lib/client/request.ts'
import type { GuestRoomBody, guest } from '../../../../lib/contract/guest.ts'

/** What a guest asks of the server about the one session that a link opens. */
export type GuestServer = {
  readonly read: () => Promise<GuestRoomBody>
  /** takes a seat, or gives the own one a name; its secret stays in this browser */
  readonly sit: (name: string) => Promise<GuestRoomBody>
  readonly answer: (question: string, body: unknown) => Promise<GuestRoomBody>
  readonly events: string
}

const answerMs = 30_000

/** Where the secret of the seat is kept: a phone that reloads sits where it sat. A browser that forbids storage keeps it for this page. */
function seatOn(token: string) {
  const place = `weft-guest:${token}`
  let known = remembered(place)
  return {
    secret: () => known,
    keep: (secret: string) => {
      known = secret
      remember(place, secret)
    },
  }
}

export function guestServer(token: string): GuestServer {
  const seat = seatOn(token)
  const sent = () => {
    const secret = seat.secret()
    return { ...(secret === null ? {} : { headers: { 'weft-seat': secret } }), signal: AbortSignal.timeout(answerMs) }
  }
  return {
    read: () => request<typeof guest.read>({ method: 'GET', path: '/guest/{token}' }, { params: { token }, ...sent() }),
    sit: async (name) => {
      const put = { method: 'PUT', path: '/guest/{token}/seat' } as const
      const { secret, room } = await request<typeof guest.sit>(put, { params: { token }, body: { name }, ...sent() })
      seat.keep(secret)
      return room
    },
    answer: (question, body) => {
      const put = { method: 'PUT', path: '/guest/{token}/answers/{question}' } as const
      return request<typeof guest.answer>(put, { params: { token, question }, body: { body }, ...sent() })
    },
    events: addressOf({ path: '/guest/{token}/events' }, { params: { token } }),
  }
}
