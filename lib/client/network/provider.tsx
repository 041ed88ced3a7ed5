'use client'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Me } from '../../contract/me.ts'
import type { Who } from '../../domain/access.ts'
import type { Cycle } from '../../domain/entity.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { type Compared, useCompared } from '../compare/use-compared.ts'
import { cycleInView } from '../cycle.ts'
import { type Observable, observable, useObservable } from '../observable.ts'
import { useView } from '../view.ts'
import { type Assessment, assessmentOf } from './assessment.ts'
import { refreshMe, whoOf } from './me.ts'
import { readOnly } from './read-only.ts'
import type { NetworkStore } from './store.ts'
import { isTimeBarOpen } from './time-bar.ts'
import { useHints } from './use-hints.ts'
import { useOpened } from './use-opened.ts'
import { useToday } from './use-today.ts'
import { type Travel, useTravel } from './use-travel.ts'

export type NetworkView = {
  readonly networkId: string
  /** how the address names the network: its slug or its id */
  readonly slug: string
  readonly snapshot: Snapshot
  /** what the cycle in view adds up to: progress, status and the causes of both */
  readonly assessment: Assessment
  readonly cycle: Cycle | null
  /** the day of the moment that is shown */
  readonly today: string
  /** whether what is shown is over: nothing in it can be changed */
  readonly isPast: boolean
  /** the moment before with which this one is compared; null where nothing is */
  readonly compared: Compared | null
  readonly isOffline: boolean
  readonly waiting: number
  /** who uses this browser; kept fresh */
  readonly me: Me
  readonly who: Who
  /** asks the server again who that is, after a refusal that was not foreseen */
  readonly askWho: () => void
}

const Context = createContext<{ view: NetworkView; store: NetworkStore } | null>(null)
const Time = createContext<Travel | null>(null)

type Props = {
  readonly slug: string
  /** whether the view shows any moment; all others show now */
  readonly hasTime: boolean
  readonly me: Me
  readonly children: ReactNode
  readonly loading: ReactNode
  readonly failed: (error: Error, retry: () => void) => ReactNode
}

/** Loads a network, keeps it fresh, and gives it to everything inside. */
export function NetworkProvider({ slug, hasTime, me: first, children, loading, failed }: Props) {
  const [me] = useState(() => observable(first))
  const askWho = useCallback(() => void refreshMe(slug, me), [slug, me])
  const opened = useOpened(slug, me)
  const store = opened.step === 'open' ? opened.store : null
  useHints(store, slug, askWho)
  if (opened.step === 'failed') return failed(opened.error, opened.retry)
  if (!store) return loading
  return (
    <Loaded slug={slug} hasTime={hasTime} store={store} meSource={me} askWho={askWho}>
      {children}
    </Loaded>
  )
}

const onlooker: Observable<Me> = observable<Me>({
  personId: null,
  name: '',
  role: 'viewer',
  members: [],
  userId: null,
  isInstanceOwner: false,
  unread: 0,
})

/** A network that is only looked at, without an account: nothing in it is offered for editing. */
export function SharedNetwork({ store, children }: { readonly store: NetworkStore; readonly children: ReactNode }) {
  return (
    <Loaded slug="shared" hasTime={false} store={store} meSource={onlooker} askWho={() => undefined}>
      {children}
    </Loaded>
  )
}

type LoadedProps = {
  readonly slug: string
  readonly hasTime: boolean
  readonly store: NetworkStore
  readonly meSource: Observable<Me>
  readonly askWho: () => void
  readonly children: ReactNode
}

/** Who looks at the past, whatever they may do now. */
function onlookerOf(who: Who): Who {
  return { ...who, personId: null, role: 'viewer' }
}

function Loaded({ slug, hasTime, store, meSource, askWho, children }: LoadedProps) {
  const me = useObservable(meSource)
  const { snapshot: present, pending, isOffline } = useObservable(store.state)
  const network = networkOf(present)
  const presentDay = useToday(network.timeZone)
  const { view } = useView()
  const travel = useTravel({
    slug,
    hasTime,
    present: useMemo(() => ({ snapshot: present, today: presentDay }), [present, presentDay]),
    at: view.at,
    from: view.from,
    isOpen: useObservable(isTimeBarOpen),
  })
  const { snapshot, day: today } = travel.shown
  const isPast = !travel.shown.isNow
  const who = useMemo(() => (isPast ? onlookerOf(whoOf(me)) : whoOf(me)), [me, isPast])
  const cycle = cycleInView(snapshot, view.cycle, today)
  const assessment = assessmentOf(snapshot, cycle?.id ?? null, today)
  const compared = useCompared({ from: travel.from, shown: travel.shown, cycleId: cycle?.id ?? null })
  const shownStore = useMemo(() => (isPast ? readOnly(store) : store), [store, isPast])
  const networkView = useMemo(
    () => ({
      networkId: network.id,
      slug,
      snapshot,
      assessment,
      cycle,
      today,
      isPast,
      compared,
      isOffline,
      waiting: pending.length,
      me,
      who,
      askWho,
    }),
    [network.id, slug, snapshot, assessment, cycle, today, isPast, compared, isOffline, pending.length, me, who, askWho],
  )
  const value = useMemo(() => ({ view: networkView, store: shownStore }), [networkView, shownStore])
  return (
    <Context value={value}>
      <Time value={travel}>{children}</Time>
    </Context>
  )
}

type Seen = Pick<NetworkView, 'snapshot' | 'assessment' | 'isPast'> & { readonly children: ReactNode }

/** Everything inside sees another moment of the same network, such as the one before of two that are compared, or both in one. */
export function SeenAs({ snapshot, assessment, isPast, children }: Seen) {
  const { view, store } = useContextValue()
  const value = useMemo(() => {
    const who = isPast ? onlookerOf(view.who) : view.who
    return { view: { ...view, snapshot, assessment, isPast, who }, store: isPast ? readOnly(store) : store }
  }, [view, store, snapshot, assessment, isPast])
  return <Context value={value}>{children}</Context>
}

function useContextValue() {
  const value = use(Context)
  if (!value) throw new Error('useNetwork is called outside of NetworkProvider')
  return value
}

/** The network on this page, at the moment that is shown. */
export function useNetwork(): NetworkView {
  return useContextValue().view
}

/** What is looked at in time, and how far its loading has come. */
export function useTime(): Travel {
  const travel = use(Time)
  if (!travel) throw new Error('useTime is called outside of NetworkProvider')
  return travel
}

/** Whether the view shows any moment, or only now. */
export function useHasTime(): boolean {
  return useTime().hasTime
}

/** Where edits go. Its state is that of now, whatever moment is shown; in the past it refuses every edit. */
export function useNetworkStore(): NetworkStore {
  return useContextValue().store
}
