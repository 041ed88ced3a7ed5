import { useEffect, useMemo, useRef } from 'react'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import type { Moment } from '../moment.ts'
import { useObservable } from '../observable.ts'
import { type Days, type Place, placeOf, revisionsAround } from './days.ts'
import { type PastEntry, type PastStore, pastStore } from './past.ts'
import { readPast } from './past-server.ts'
import { useDays } from './use-days.ts'

/** A moment with the network as it was then. */
export type Scenery = { readonly moment: Moment | null; readonly snapshot: Snapshot; readonly day: string; readonly isNow: boolean }

/** What is looked at in time, and how far its loading has come. */
export type Travel = {
  /** whether the view shows any moment, or only now */
  readonly hasTime: boolean
  /** the moment that the address asks for; null is now */
  readonly asked: Moment | null
  /** what stands on the screen: while the next moment loads, the one before */
  readonly shown: Scenery
  /** what it is compared with: the earlier one of the two, both loaded; null where nothing is compared */
  readonly from: Scenery | null
  readonly step: 'still' | 'loading' | 'before' | 'failed'
  readonly isComparing: boolean
  /** nothing has been on the screen yet: the address came with a moment that is still on its way */
  readonly isFirst: boolean
  /** the first day of the network, where a moment before it is asked for */
  readonly firstDay: string | null
  readonly error: Error | null
  readonly retry: () => void
  readonly days: Days | null
  readonly present: { readonly snapshot: Snapshot; readonly today: string }
}

type Options = {
  readonly slug: string
  readonly hasTime: boolean
  readonly present: Travel['present']
  readonly at: Moment | null
  readonly from: Moment | null
  /** whether somebody is about to travel, so that the days are needed */
  readonly isOpen: boolean
}

type Entries = ReadonlyMap<number, PastEntry>

/** What is compared with a moment before the beginning is compared with the beginning. */
function fromTheBeginning(place: Place): Place {
  return place.step === 'before' ? { step: 'past', revision: 1, day: place.firstDay } : place
}

function wantedBy(place: Place, present: number): number[] {
  return place.step === 'past' && place.revision !== present ? [place.revision] : []
}

function sceneryOf(place: Place, moment: Moment | null, entries: Entries, present: Travel['present']): Scenery | null {
  if (place.step === 'now') return { moment: null, snapshot: present.snapshot, day: present.today, isNow: true }
  if (place.step !== 'past') return null
  if (place.revision === present.snapshot.revision && place.day !== null) return { moment, snapshot: present.snapshot, day: place.day, isNow: false }
  const entry = entries.get(place.revision)
  if (entry?.step !== 'open') return null
  const day = place.day ?? dayIn(networkOf(entry.snapshot).timeZone, entry.at)
  return { moment, snapshot: entry.snapshot, day, isNow: false }
}

function errorIn(entries: Entries, revisions: readonly number[]): Error | null {
  for (const revision of revisions) {
    const entry = entries.get(revision)
    if (entry?.step === 'failed') return entry.error
  }
  return null
}

/** The earlier one of two first. */
function inOrder(a: Scenery, b: Scenery): readonly [Scenery, Scenery] {
  const isOrdered = a.snapshot.revision < b.snapshot.revision || (a.snapshot.revision === b.snapshot.revision && a.day <= b.day)
  return isOrdered ? [a, b] : [b, a]
}

/** The days whose neighbours are fetched ahead. */
const ahead = 2

function usePastStore(slug: string): PastStore {
  return useMemo(() => pastStore({ load: (revision, signal) => readPast(slug, revision, signal) }), [slug])
}

/** Goes through the past of a network as the address says, and keeps what was on the screen until the next moment is there. */
export function useTravel({ slug, hasTime, present, ...wish }: Options): Travel {
  const [at, from, isOpen] = hasTime ? [wish.at, wish.from, wish.isOpen] : [null, null, false]
  const store = usePastStore(slug)
  const entries = useObservable(store.entries)
  const isAway = at !== null || from !== null
  const known = useDays(slug, present.today, isAway || isOpen)
  const now = { today: present.today, revision: present.snapshot.revision }
  const place = placeOf(at, known.days, now)
  const fromPlace = fromTheBeginning(placeOf(from, known.days, now))
  const wanted = [...wantedBy(place, now.revision), ...(from === null ? [] : wantedBy(fromPlace, now.revision))]
  const around = isAway || isOpen ? revisionsAround(known.days?.days ?? [], place.step === 'past' ? place.revision : now.revision, ahead) : []
  const neighbours = around.filter((revision) => revision !== now.revision)
  const key = `${wanted.join()} ${neighbours.join()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what both lists hold
  useEffect(() => store.want(wanted, neighbours), [store, key])

  const target = sceneryOf(place, at, entries, present)
  const earlier = from === null ? null : sceneryOf(fromPlace, from, entries, present)
  const isReady = target !== null && (from === null || earlier !== null)
  const last = useLast(isReady ? { target, earlier } : null, slug)
  const { target: onScreen, earlier: compared } = last ?? { target: null, earlier: null }
  const nowHere: Scenery = { moment: null, snapshot: present.snapshot, day: present.today, isNow: true }
  const fresh = onScreen === null || onScreen.isNow ? nowHere : onScreen
  const pair = compared ? inOrder(compared.isNow ? nowHere : compared, fresh) : null
  const failure = known.error ?? errorIn(entries, wanted)
  const retry = () => {
    if (known.error) known.retry()
    store.again()
  }
  return {
    hasTime,
    asked: at,
    shown: pair?.[1] ?? fresh,
    from: pair?.[0] ?? null,
    step: place.step === 'before' ? 'before' : failure ? 'failed' : isReady ? 'still' : 'loading',
    isComparing: from !== null,
    isFirst: last === null,
    firstDay: place.step === 'before' ? place.firstDay : null,
    error: failure,
    retry,
    days: known.days,
    present,
  }
}

type Ready = { readonly target: Scenery; readonly earlier: Scenery | null }

/** What was ready last, while nothing is; nothing before that, and of another network. */
function useLast(ready: Ready | null, slug: string): Ready | null {
  const kept = useRef<{ readonly slug: string; readonly ready: Ready | null }>({ slug, ready: null })
  const latest = ready ?? (kept.current.slug === slug ? kept.current.ready : null)
  useEffect(() => {
    kept.current = { slug, ready: latest }
  }, [slug, latest])
  return latest
}
