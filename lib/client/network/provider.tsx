'use client'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Cycle } from '../../domain/entity.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { cycleInView } from '../cycle.ts'
import { useObservable } from '../observable.ts'
import { useView } from '../view.ts'
import { type Assessment, assessmentOf } from './assessment.ts'
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
}

const Context = createContext<{ view: NetworkView; store: NetworkStore } | null>(null)

type Props = {
  readonly slug: string
  readonly children: ReactNode
  readonly loading: ReactNode
  readonly failed: (error: Error, retry: () => void) => ReactNode
}

/** Loads a network, keeps it fresh, and gives it to everything inside. */
export function NetworkProvider({ slug, children, loading, failed }: Props) {
  const opened = useOpened(slug)
  const store = opened.step === 'open' ? opened.store : null
  useHints(store, slug)
  if (opened.step === 'failed') return failed(opened.error, opened.retry)
  if (!store) return loading
  return (
    <Loaded slug={slug} store={store}>
      {children}
    </Loaded>
  )
}

function Loaded({ slug, store, children }: { slug: string; store: NetworkStore; children: ReactNode }) {
  const { snapshot, pending, isOffline } = useObservable(store.state)
  const network = networkOf(snapshot)
  const today = useToday(network.timeZone)
  const { view } = useView()
  const cycle = cycleInView(snapshot, view.cycle, today)
  const assessment = assessmentOf(snapshot, cycle?.id ?? null, today)
  const value = useMemo(
    () => ({ view: { networkId: network.id, slug, snapshot, assessment, cycle, today, isOffline, waiting: pending.length }, store }),
    [network.id, slug, snapshot, assessment, cycle, today, isOffline, pending.length, store],
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
