import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { RoomBody } from '../../contract/room.ts'
import { find } from '../../domain/snapshot.ts'
import { messageOf } from '../mutate.ts'
import { useNetwork, useNetworkStore } from '../network/provider.tsx'
import { useObservable } from '../observable.ts'
import { streamTurn } from '../presence/state.ts'
import { showToast } from '../toast.ts'
import { roomHint } from './room-hints.ts'
import { roomServer } from './room-server.ts'
import { type AnswerTo, type RoomState, type SeenAnswers, seenIn } from './room-state.ts'
import { makeRoomStore, type RoomStore } from './room-store.ts'
import { browserWaiting } from './waiting-answers.ts'

/** The room of a session as this window sees it, and what can be done in it. */
export type Room = {
  readonly seats: RoomBody['seats']
  /** the own seat; null before one has joined */
  readonly me: string | null
  readonly question: <K extends string>(key: K) => SeenAnswers<AnswerTo<K>>
  readonly join: (nodeId?: string | null) => Promise<boolean>
  readonly leave: () => Promise<boolean>
  /** answers under seal; it shows at once, and goes on its way until the server has it. Who has no seat yet takes one. */
  readonly answer: <K extends string>(key: K, body: AnswerTo<K>) => void
  readonly withdraw: (key: string) => void
  /** opens a question. @returns false where it was refused, which is said */
  readonly reveal: (key: string) => Promise<boolean>
  /** whether an own answer is still on its way */
  readonly isPending: boolean
}

function refused(error: unknown): void {
  showToast(messageOf(error), { tone: 'error' })
}

async function said(act: Promise<void>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    refused(error)
    return false
  }
}

type Open = { readonly store: RoomStore; uses: number; stop: () => void }

/** The rooms that are open in this window, by network and session: however many places look at one, it is read once. */
const rooms = new Map<string, Open>()

/** Keeps a room fresh: by hints of the server, after the stream was away, and when the window is looked at again. */
function follow(ritualId: string, store: RoomStore): () => void {
  const again = () => {
    store.ring()
    store.refresh()
  }
  const look = () => document.visibilityState === 'visible' && store.refresh()
  const stops = [roomHint.subscribe(() => roomHint.get()?.ritualId === ritualId && store.refresh()), streamTurn.subscribe(again)]
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    for (const stop of stops) stop()
  }
}

type Place = { readonly networkId: string; readonly userId: string; readonly ritualId: string }

function enter({ networkId, userId, ritualId }: Place): [store: RoomStore, leave: () => void] {
  const key = `${networkId} ${userId} ${ritualId}`
  const known = rooms.get(key)
  const store =
    known?.store ??
    makeRoomStore({
      server: roomServer(networkId, ritualId),
      shelf: browserWaiting({ networkId, userId, ritualId }),
      userId: userId || null,
      onRefused: refused,
    })
  const open = known ?? { store, uses: 0, stop: follow(ritualId, store) }
  open.uses += 1
  rooms.set(key, open)
  const leave = () => {
    open.uses -= 1
    if (open.uses > 0) return
    open.stop()
    rooms.delete(key)
  }
  return [store, leave]
}

function roomOf(store: RoomStore, state: RoomState): Room {
  const seated = async () => {
    const { me } = store.state.get()?.room ?? state.room
    if (me === null) await store.join(null)
  }
  const give = (key: string, body: unknown) => {
    if (state.room.me !== null) store.answer(key, body)
    else void seated().then(() => store.answer(key, body), refused)
  }
  return {
    seats: state.room.seats,
    me: state.room.me,
    question: (key) => seenIn(state, key),
    join: (nodeId = null) => said(store.join(nodeId)),
    leave: () => said(store.leave()),
    answer: give,
    withdraw: (key) => give(key, null),
    reveal: (key) => said(store.reveal(key)),
    isPending: state.waiting.size > 0,
  }
}

const never = () => () => undefined
const none = () => null

/** The room of a session; null without a session, and until the server has the session and has answered for the first time. */
export function useRoom(of: string | null): Room | null {
  const { networkId, me } = useNetwork()
  const { confirmed } = useObservable(useNetworkStore().state)
  const ritualId = find(confirmed, 'ritual', of)?.id ?? null
  const userId = me.userId ?? ''
  const [store, setStore] = useState<RoomStore | null>(null)
  useEffect(() => {
    if (ritualId === null) return
    const [entered, leave] = enter({ networkId, userId, ritualId })
    setStore(entered)
    return () => {
      setStore(null)
      leave()
    }
  }, [networkId, userId, ritualId])
  const state = useSyncExternalStore(store?.state.subscribe ?? never, store?.state.get ?? none, none)
  return useMemo(() => (store && state ? roomOf(store, state) : null), [store, state])
}
