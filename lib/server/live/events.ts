import { v7 } from 'uuid'
import type { Presence, PresenceSaid } from '../../contract/presence.ts'
import { find } from '../../domain/snapshot.ts'
import type { Store } from '../store-contract.ts'
import { type Holder, makeCrowd } from './crowd.ts'
import { makePeopleNews, type PeopleNews } from './people-news.ts'
import { comeback, makePlaces, type Place, type Places } from './place.ts'
import { makePresence, type PresenceHub, type Speaker } from './presence.ts'
import {
  ask,
  byeEvent,
  greeting,
  hearsOf,
  heartbeat,
  makeReader,
  type Reader,
  revisionEvent,
  tell,
  tellPeople,
  tellRevision,
  whoEvent,
} from './reader.ts'
import { makeRoomNews, type RoomNews } from './room-news.ts'
import { type Answering, bytesOf, makeStream } from './stream.ts'
import { makeVerdicts, type Verdicts } from './verdicts.ts'

const heartbeatMs = 15_000

/** How often every stream is asked whether its reader may still listen, whatever was told: another process may have taken the right away. */
const sweepMs = 700

export type Listening = Holder &
  Answering & {
    readonly networkId: string
    /** the session, token or link by which the reader may listen */
    readonly credential: string
    /** whether the reader may still listen; asked again before each event, and whenever somebody may have lost a right */
    readonly isAllowed: () => Promise<boolean>
    /** where the reader is, from Last-Event-ID; null where it begins */
    readonly lastSeen: Place | null
    /** the window that listens; left out where it has no name */
    readonly clientId?: string | undefined
    /** whether the reader is one of those who see each other */
    readonly seesPeople?: boolean
    /** of which rooms of sessions the reader hears: of all in the network, or of one; of none where it is left out */
    readonly rooms?: 'all' | { readonly ritualId: string }
  }

export type Live = {
  /** An endless answer that tells of every new revision; null where too many are listening, or the server ends. */
  readonly open: (listening: Listening) => Promise<Response | null>
  /** Takes what a window says of itself. @returns who is in the network now. @throws DomainError TOO_MANY_REQUESTS, FORBIDDEN */
  readonly say: (speaker: Speaker & { readonly credential: string }, said: PresenceSaid) => Promise<readonly Presence[]>
  /** Something in the room of a session has changed: whoever may sit in it hears so, in every process. */
  readonly roomChanged: (networkId: string, ritualId: string) => void
  /** Somebody may have lost a right: every stream is asked again now. */
  readonly recheck: () => void
  /** how many streams and windows this process knows */
  readonly counts: () => { readonly streams: number; readonly windows: number }
  /** Ends all streams: readers are told to come back. */
  readonly close: () => void
}

type LiveStore = Pick<Store, 'listen' | 'read' | 'ask' | 'broadcast'>

type Room = {
  readonly store: LiveStore
  readonly readers: Set<Reader>
  readonly verdicts: Verdicts
  readonly places: Places
  readonly presence: PresenceHub
  readonly news: PeopleNews
  readonly roomNews: RoomNews
}

/** Everybody who is in a network, with the names of now. */
async function peopleIn(store: LiveStore, presence: PresenceHub, networkId: string): Promise<Presence[]> {
  const windows = presence.of(networkId)
  if (windows.length === 0) return []
  const snapshot = await store.read(networkId)
  return windows.flatMap(({ clientId, personId, view, camera, editing, at }) => {
    const person = find(snapshot, 'person', personId)
    return person ? [{ clientId, personId, name: person.name, view, camera, editing, at }] : []
  })
}

/** A reader in its room: it hears of every revision and of the people from now on, until its stream is over. */
function enter({ readers, verdicts, places, presence }: Room, listening: Listening, leave: () => void): { reader: Reader; answer: Response } {
  const { networkId, credential, clientId, seesPeople = false, rooms = null } = listening
  const window = clientId === undefined ? null : { networkId, reader: listening.reader, clientId }
  const { stream, answer } = makeStream(listening, () => {
    readers.delete(reader)
    leaveWindow?.()
    leave()
  })
  const isAllowed = () => verdicts.of(`${credential} ${networkId}`, listening.isAllowed)
  const eventAt = async (revision: number) => bytesOf(revisionEvent(await places.at(networkId, revision)))
  const leaveWindow = window && presence.listens(window)
  const reader = makeReader({ networkId, stream, isAllowed, seesPeople, rooms, eventAt })
  readers.add(reader)
  return { reader, answer }
}

/** Listens before it reads: a revision that comes in between is told, too. What can fail comes before the answer has begun. */
async function begin(room: Room, listening: Listening, leave: () => void): Promise<Response> {
  const { store, places, news } = room
  const { networkId, lastSeen, seesPeople } = listening
  let newest = 0
  let hear = (revision: number) => {
    newest = Math.max(newest, revision)
  }
  const stopListening = store.listen(networkId, (revision) => hear(revision))
  const over = () => {
    stopListening()
    leave()
  }
  try {
    const now = await places.at(networkId, (await store.read(networkId)).revision)
    const first = greeting(await comeback(places, networkId, { now, seen: lastSeen }), now)
    const { reader, answer } = enter(room, listening, over)
    hear = (revision) => {
      void tellRevision(reader, revision)
      if (seesPeople) news.changed(networkId)
    }
    await tell(reader, bytesOf(first))
    reader.told = now.revision
    void tellRevision(reader, newest)
    void tellPeople(reader, news.last(networkId))
    return answer
  } catch (error) {
    over()
    throw error
  }
}

function makeRoom(store: LiveStore, clock: () => Date): Room {
  const readers = new Set<Reader>()
  const publish = (text: string) => store.broadcast.send('presence', text)
  const changed = (networkId: string) => news.changed(networkId)
  const processId = v7()
  const presence = makePresence({ processId, clock, changed, publish })
  const tellAll = (networkId: string, bytes: ReturnType<typeof bytesOf>) => {
    for (const reader of readers) if (reader.networkId === networkId) void tellPeople(reader, bytes)
  }
  const news = makePeopleNews({ peopleIn: (networkId) => peopleIn(store, presence, networkId), tell: tellAll })
  const roomNews = makeRoomNews({
    processId,
    publish: (text) => store.broadcast.send('room', text),
    tell: (networkId, ritualId, bytes) => {
      for (const reader of readers) if (reader.networkId === networkId && hearsOf(reader, ritualId)) void tell(reader, bytes)
    },
  })
  store.broadcast.listen((channel, text) => {
    if (channel === 'presence') presence.receive(text)
    if (channel === 'room') roomNews.receive(text)
  })
  return { store, readers, verdicts: makeVerdicts(), places: makePlaces(store), presence, news, roomNews }
}

/** Asks all readers and windows again; who may stay hears that something about people has changed, if somebody said so. */
function recheck({ readers, verdicts, presence, news }: Room, isTold: boolean): void {
  verdicts.forget()
  presence.recheck()
  for (const reader of readers) {
    void (isTold ? tell(reader, whoEvent) : ask(reader))
    void tellPeople(reader, news.last(reader.networkId))
  }
}

/** Server-sent events for one server: hints of new revisions, never data, and who is there. */
export function openLive(store: LiveStore, clock: () => Date = () => new Date()): Live {
  const room = makeRoom(store, clock)
  const { readers, verdicts, presence, news, roomNews } = room
  const crowd = makeCrowd()
  let isClosed = false
  const beat = () => {
    for (const { stream } of readers) stream.write(heartbeat)
  }
  const sweep = () => {
    presence.sweep()
    recheck(room, false)
  }
  const timers = [setInterval(beat, heartbeatMs).unref(), setInterval(sweep, sweepMs).unref()]
  return {
    open: async (listening) => {
      const leave = isClosed ? null : crowd.enter(listening)
      return leave && begin(room, listening, leave)
    },
    say: async ({ credential, ...speaker }, said) => {
      const { networkId } = speaker
      presence.say({ ...speaker, isAllowed: () => verdicts.of(`${credential} ${networkId}`, speaker.isAllowed) }, said)
      return peopleIn(store, presence, networkId)
    },
    roomChanged: roomNews.changed,
    recheck: () => recheck(room, true),
    counts: () => ({ streams: readers.size, windows: presence.count() }),
    close: () => {
      isClosed = true
      for (const timer of timers) clearInterval(timer)
      news.close()
      roomNews.close()
      for (const { stream } of [...readers]) {
        stream.write(byeEvent)
        stream.end()
      }
    },
  }
}
