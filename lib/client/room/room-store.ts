import type { RoomBody } from '../../contract/room.ts'
import { makeAlarm, type Patience, persist } from '../network/server.ts'
import { type Observable, observable } from '../observable.ts'
import type { RoomServer } from './room-server.ts'
import type { RoomState, Waiting } from './room-state.ts'
import type { WaitingShelf } from './waiting-answers.ts'

export type RoomStore = {
  /** null until the server has answered for the first time */
  readonly state: Observable<RoomState | null>
  /** Reads the room again; what is asked for while an answer is under way is asked once more. */
  readonly refresh: () => void
  readonly join: (nodeId: string | null) => Promise<void>
  readonly leave: () => Promise<void>
  /** Shows the answer at once and sends it until the server has it; a later answer to the same question goes over an earlier one. */
  readonly answer: (question: string, body: unknown) => void
  readonly reveal: (question: string) => Promise<void>
  /** the server is heard of again: what waits is sent now */
  readonly ring: () => void
}

type Options = {
  readonly server: RoomServer
  readonly shelf: WaitingShelf
  readonly userId?: string | null
  readonly onRefused: (error: unknown) => void
}

/** Runs a task again once it is over if it was asked for meanwhile, and never twice at a time. */
function oneAtATime(task: () => Promise<unknown>): () => void {
  let isRunning = false
  let isWanted = false
  const run = () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    void (async () => {
      while (isWanted) {
        isWanted = false
        await task()
      }
      isRunning = false
    })()
  }
  return run
}

/** The answers that wait, and the sending of each: the last one given to a question is sent until the server has it. */
function makeSending({ server, shelf, onRefused }: Options, patience: Patience, changed: (room: RoomBody | null) => void) {
  const waiting = new Map<string, Waiting>(shelf.kept())
  const isSending = new Set<string>()
  const done = (question: string, sent: Waiting) => {
    if (waiting.get(question) !== sent) return
    waiting.delete(question)
    shelf.drop(question)
  }
  const sendOnce = async (question: string, next: Waiting) => {
    try {
      const room = await persist(() => (next.body === null ? server.withdraw(question) : server.answer(question, next.body)), patience)
      done(question, next)
      changed(room)
    } catch (error) {
      done(question, next)
      changed(null)
      onRefused(error)
    }
  }
  const send = async (question: string) => {
    if (isSending.has(question)) return
    isSending.add(question)
    for (let next = waiting.get(question); next; next = waiting.get(question)) await sendOnce(question, next)
    isSending.delete(question)
  }
  return {
    waiting,
    give: (question: string, body: unknown) => {
      const next = { body }
      waiting.set(question, next)
      shelf.keep(question, next)
      changed(null)
      void send(question)
    },
    resume: () => {
      for (const question of waiting.keys()) void send(question)
    },
  }
}

/** The room of a session in this window: read when it is opened and after each hint; answers are shown before the server has them. */
export function makeRoomStore(options: Options): RoomStore {
  const { server, onRefused, userId = null } = options
  const state = observable<RoomState | null>(null)
  const alarm = makeAlarm()
  const patience: Patience = { pause: alarm.pause, onOutage: () => undefined, userId }
  let told: RoomBody | null = null
  const changed = (room: RoomBody | null) => {
    told = room ?? told
    if (told) state.set({ room: told, waiting: new Map(sending.waiting) })
  }
  const sending = makeSending(options, patience, changed)
  const refresh = oneAtATime(() => persist(server.read, patience).then(changed, onRefused))
  const act = async (task: () => Promise<RoomBody>) => changed(await persist(task, patience))
  refresh()
  sending.resume()
  return {
    state,
    refresh,
    join: (nodeId) => act(() => server.join(nodeId)),
    leave: () => act(server.leave),
    answer: sending.give,
    reveal: async (question) => {
      await persist(() => server.reveal(question), patience)
      refresh()
    },
    ring: alarm.ring,
  }
}
