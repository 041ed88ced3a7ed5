import { useEffect, useState, useSyncExternalStore } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { makeAlarm, persist } from '../../../../lib/client/network/server.ts'
import { listen } from '../../../../lib/client/network/use-hints.ts'
import { observable } from '../../../../lib/client/observable.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import type { GuestRoomBody } from '../../../../lib/contract/guest.ts'
import { DomainError } from '../../../../lib/domain/error.ts'
import { type GuestServer, guestServer } from './guest-server.ts'

export type Visit =
  | { readonly step: 'opening' }
  /** the link opens nothing, or nothing any more; or what it opened has ended */
  | { readonly step: 'over'; readonly why: string; readonly isEnded: boolean }
  | { readonly step: 'open'; readonly room: GuestRoomBody /** own answers on their way */; readonly waiting: ReadonlyMap<string, unknown> }

function guestStore(server: GuestServer) {
  const state = observable<Visit>({ step: 'opening' })
  const waiting = new Map<string, unknown>()
  const alarm = makeAlarm()
  const patience = { pause: alarm.pause, onOutage: () => undefined }
  let room: GuestRoomBody | null = null
  let last = Promise.resolve()
  const show = (told: GuestRoomBody | null) => {
    room = told ?? room
    if (room && state.get().step !== 'over') state.set({ step: 'open', room, waiting: new Map(waiting) })
  }
  const fail = (error: unknown) => {
    const code = error instanceof DomainError ? error.code : null
    if (code === 'LINK_OVER' || code === 'SESSION_ENDED') state.set({ step: 'over', why: messageOf(error), isEnded: code === 'SESSION_ENDED' })
    else showToast(messageOf(error), { tone: 'error' })
  }
  const refresh = () => void persist(server.read, patience).then(show, fail)
  const send = async (question: string, body: unknown) => {
    try {
      const told = await persist(() => server.answer(question, body), patience)
      if (waiting.get(question) === body) waiting.delete(question)
      show(told)
    } catch (error) {
      if (waiting.get(question) === body) waiting.delete(question)
      fail(error)
      refresh()
    }
  }
  return {
    state,
    refresh,
    ring: alarm.ring,
    sit: (name: string) => server.sit(name).then(show),
    /** Shows the answer at once, and sends one after the other in the order in which they were given. */
    answer: (question: string, body: unknown) => {
      waiting.set(question, body)
      show(null)
      last = last.then(() => send(question, body))
    },
  }
}

type GuestStore = ReturnType<typeof guestStore>

const opening: Visit = { step: 'opening' }
const never = () => () => undefined

/** The session that a link opens to a guest, kept fresh. A link that is ended is over at once, also while it is open. */
export function useGuest(token: string): { readonly visit: Visit; readonly store: GuestStore | null } {
  const [store, setStore] = useState<GuestStore | null>(null)
  useEffect(() => {
    const server = guestServer(token)
    const made = guestStore(server)
    setStore(made)
    made.refresh()
    const again = () => {
      made.ring()
      made.refresh()
    }
    const look = () => document.visibilityState === 'visible' && made.refresh()
    document.addEventListener('visibilitychange', look)
    const stop = listen(() => server.events, {
      revision: made.refresh,
      room: made.refresh,
      who: made.refresh,
      isThere: () => undefined,
      changed: again,
      begun: made.refresh,
    })
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop()
    }
  }, [token])
  const visit = useSyncExternalStore(store?.state.subscribe ?? never, store?.state.get ?? (() => opening), () => opening)
  return { visit, store }
}
