'use client'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { Me } from '../../contract/me.ts'
import type { Who } from '../../domain/access.ts'
import type { Cycle } from '../../domain/entity.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { cycleInView } from '../cycle.ts'
import { type Observable, observable, useObservable } from '../observable.ts'
import { useView } from '../view.ts'
import { type Assessment, assessmentOf } from './assessment.ts'
import { refreshMe, whoOf } from './me.ts'
import type { NetworkStore } from './store.ts'
import { useHints } from './use-hints.ts'
import { useOpened } from './use-opened.ts'
import { useToday } from './use-today.ts'

export type NetworkView = {
  readonly networkId: string
  /** how the address names the network: its slug or its id */
  readonly slug: string
  readonly snapshot: Snapshot
  /** what the cycle in view adds up to: progress, status and the causes of both */
  readonly assessment: Assessment
  readonly cycle: Cycle | null
  readonly today: string
  readonly isOffline: boolean
  readonly waiting: number
  /** who uses this browser; kept fresh */
  readonly me: Me
  readonly who: Who
  /** asks the server again who that is, after a refusal that was not foreseen */
  readonly askWho: () => void
}

const Context = createContext<{ view: NetworkView; store: NetworkStore } | null>(null)

type Props = {
  readonly slug: string
  readonly me: Me
  readonly children: ReactNode
  readonly loading: ReactNode
  readonly failed: (error: Error, retry: () => void) => ReactNode
}

/** Loads a network, keeps it fresh, and gives it to everything inside. */
export function NetworkProvider({ slug, me: first, children, loading, failed }: Props) {
  const [me] = useState(() => observable(first))
  const askWho = useCallback(() => void refreshMe(slug, me), [slug, me])
  const opened = useOpened(slug, me)
  const store = opened.step === 'open' ? opened.store : null
  useHints(store, slug, askWho)
  if (opened.step === 'failed') return failed(opened.error, opened.retry)
  if (!store) return loading
  return (
    <Loaded slug={slug} store={store} meSource={me} askWho={askWho}>
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
    <Loaded slug="shared" store={store} meSource={onlooker} askWho={() => undefined}>
      {children}
    </Loaded>
  )
}

type LoadedProps = {
  readonly slug: string
  readonly store: NetworkStore
  readonly meSource: Observable<Me>
  readonly askWho: () => void
  readonly children: ReactNode
}

function Loaded({ slug, store, meSource, askWho, children }: LoadedProps) {
  const me = useObservable(meSource)
  const who = useMemo(() => whoOf(me), [me])
  const { snapshot, pending, isOffline } = useObservable(store.state)
  const network = networkOf(snapshot)
  const today = useToday(network.timeZone)
  const { view } = useView()
  const cycle = cycleInView(snapshot, view.cycle, today)
  const assessment = assessmentOf(snapshot, cycle?.id ?? null, today)
  const value = useMemo(
    () => ({ view: { networkId: network.id, slug, snapshot, assessment, cycle, today, isOffline, waiting: pending.length, me, who, askWho }, store }),
    [network.id, slug, snapshot, assessment, cycle, today, isOffline, pending.length, me, who, askWho, store],
  )
  return <Context value={value}>{children}</Context>
}

function useContextValue() {
  const value = use(Context)
  if (!value) throw new Error('useNetwork is called outside of NetworkProvider')
  return value
}

/** The network on this page, as it is now. */
export function useNetwork(): NetworkView {
  return useContextValue().view
}

export function useNetworkStore(): NetworkStore {
  return useContextValue().store
}
