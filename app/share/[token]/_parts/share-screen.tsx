'use client'
import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { type ComponentType, useEffect } from 'react'
import { dayOf } from '../../../../lib/client/instant-words.ts'
import { SharedNetwork, useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Shared } from '../../../../lib/client/network/shared.ts'
import { AccountPage } from '../../../components/account/account-page.tsx'
import { FilterBar } from '../../../components/shell/filter-bar.tsx'
import shell from '../../../components/shell/shell.module.css'
import styles from './share.module.css'
import { useShared } from './use-shared.ts'

/** The same screens that members see, as far as a link may show them. */
const views: Record<Shared['view'], ComponentType> = {
  map: dynamic(() => import('../../../[network]/map/_components/map-screen.tsx').then(({ MapScreen }) => MapScreen)),
  chain: dynamic(() => import('../../../[network]/chain/_components/chain-screen.tsx').then(({ ChainScreen }) => ChainScreen)),
  outline: dynamic(() => import('../../../[network]/outline/_parts/outline.tsx').then(({ Outline }) => Outline)),
  timeline: dynamic(() => import('../../../[network]/timeline/_components/timeline-screen.tsx').then(({ TimelineScreen }) => TimelineScreen)),
}

/** Puts the view's own query into the address once: what is filtered and selected stands there, as everywhere. */
function useOwnQuery(token: string, query: string | null): boolean {
  const router = useRouter()
  const search = useSearchParams()
  const isWanting = query !== null && query !== '' && search.size === 0
  useEffect(() => {
    if (isWanting) router.replace(`/share/${encodeURIComponent(token)}?${query}`)
  }, [router, token, query, isWanting])
  return !isWanting
}

export function ShareScreen({ token }: { readonly token: string }) {
  const opened = useShared(token)
  const isReady = useOwnQuery(token, opened.step === 'open' ? opened.shared.query : null)
  if (opened.step === 'over') return <AccountPage title="This link shows nothing any more" lead={opened.why} />
  if (opened.step === 'opening' || !isReady)
    return (
      <main className={shell['waiting']}>
        <p role="status">Opening …</p>
      </main>
    )
  const { shared, store } = opened
  const View = views[shared.view]
  return (
    <SharedNetwork store={store}>
      <div className={shell['shell']}>
        <div className={shell['head']}>
          <Head shared={shared} />
          {shared.view === 'outline' && <FilterBar />}
        </div>
        <div className={styles['body']}>
          <main id="main" tabIndex={-1} className={shell['main']}>
            <View />
          </main>
        </div>
      </div>
    </SharedNetwork>
  )
}

/** Whose network it is, and the quiet line that says what this is. */
function Head({ shared: { name, expiresAt } }: { readonly shared: Shared }) {
  const { isOffline } = useNetwork()
  return (
    <header className={styles['head']}>
      <strong>{name}</strong>
      <p role="status">{isOffline ? 'Not connected · shows what was last seen' : `Shared read-only until ${dayOf(expiresAt)}`}</p>
    </header>
  )
}
