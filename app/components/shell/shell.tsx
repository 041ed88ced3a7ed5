'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { messageOf } from '../../../lib/client/mutate.ts'
import { NetworkProvider } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { isPresenting } from '../../../lib/client/presenting.ts'
import type { Me } from '../../../lib/contract/me.ts'
import { Drafts } from '../drafts/drafts.tsx'
import { Guide } from '../guide/guide.tsx'
import { Together } from '../presence/together.tsx'
import { TimeGate } from '../time/time-gate.tsx'
import { TimeStrip } from '../time/time-strip.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { WhyHost } from '../why/why-host.tsx'
import { Dialogs } from './dialogs.tsx'
import { FilterBar } from './filter-bar.tsx'
import styles from './shell.module.css'
import { ShellActions } from './shell-actions.tsx'
import { TopBar, TopBarGhost } from './top-bar.tsx'
import { UserHandlers } from './user-handlers.tsx'

type Props = {
  readonly slug: string
  readonly name: string
  readonly me: Me
  /** what stands at the right of every view: the selected record */
  readonly panel: ReactNode
  readonly children: ReactNode
}

/** The views with a filter bar of their own row; drawings have the filter in their bar, the others an order of their own. */
const filteredViews = new Set(['outline'])

/** The views that show any moment of the network; all others show now. */
const timeViews = new Set(['map', 'chain', 'matrix', 'outline'])

/** The frame around every view of a network. */
export function Shell({ slug, name, me, panel, children }: Props) {
  const path = usePathname()
  const view = path.split('/').at(-1) ?? ''
  const isSettings = path.split('/').at(2) === 'settings'
  return (
    <NetworkProvider
      slug={slug}
      hasTime={timeViews.has(path.split('/').slice(2).join('/'))}
      me={me}
      loading={<Waiting slug={slug} name={name} />}
      failed={(error, retry) => (
        <Frame header={<TopBarGhost slug={slug} name={name} />}>
          <EmptyState title="The network could not be loaded" action={<Button onClick={retry}>Try again</Button>}>
            {messageOf(error)}
          </EmptyState>
        </Frame>
      )}
    >
      <ShellActions />
      <UserHandlers />
      <Together />
      <Drafts />
      <Frame
        header={
          <>
            <TopBar />
            <TimeStrip />
            {filteredViews.has(view) && <FilterBar />}
          </>
        }
        panel={!isSettings && panel}
      >
        <TimeGate>{children}</TimeGate>
      </Frame>
      <Guide />
      <WhyHost />
      <Dialogs />
    </NetworkProvider>
  )
}

function Waiting({ slug, name }: { readonly slug: string; readonly name: string }) {
  return (
    <Frame header={<TopBarGhost slug={slug} name={name} />}>
      <p role="status" className={styles['waiting']}>
        Opening {name} …
      </p>
    </Frame>
  )
}

function Frame({ header, panel, children }: { readonly header: ReactNode; readonly panel?: ReactNode; readonly children: ReactNode }) {
  const isScreen = useObservable(isPresenting)
  return (
    <div className={styles['shell']}>
      <a href="#main" className={classNames('visually-hidden', styles['skip'])}>
        Skip to the content
      </a>
      <div className={classNames(styles['head'], isScreen && styles['aside'])}>{header}</div>
      <div className={styles['body']}>
        <main id="main" tabIndex={-1} className={styles['main']}>
          {children}
        </main>
        {panel}
      </div>
    </div>
  )
}
