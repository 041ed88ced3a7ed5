'use client'
import { readable } from '../../../lib/client/actions/keys.ts'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useCan } from '../../../lib/client/who.ts'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import { Avatars } from '../presence/avatars.tsx'
import { InboxLink } from '../promise/inbox-link.tsx'
import { TimeButton } from '../time/time-button.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { Bell } from './bell.tsx'
import { Connection } from './connection.tsx'
import { CycleChooser } from './cycle-chooser.tsx'
import { MoreMenu } from './more-menu.tsx'
import { NetworkMenu } from './network-menu.tsx'
import { SampleRibbon } from './sample-ribbon.tsx'
import styles from './top-bar.module.css'
import { UserMenu } from './user-menu.tsx'
import { ViewLinks } from './view-links.tsx'
import { openPalette, redoAction, undoAction } from './views.ts'

export function TopBar() {
  const { snapshot, slug } = useNetwork()
  const mayWrite = useCan('write')
  return (
    <header className={styles['bar']}>
      <NetworkMenu name={networkOf(snapshot).name} slug={slug} />
      <SampleRibbon />
      <CycleChooser />
      <span className={styles['time']}>
        <TimeButton />
      </span>
      <ViewLinks slug={slug} />
      <span className={styles['space']} />
      <Connection />
      <button type="button" className={styles['search']} aria-keyshortcuts="Control+K Meta+K" onClick={() => runAction(openPalette.id)}>
        <Icon name="search" size={14} />
        <span>Search, or jump to…</span>
        <kbd suppressHydrationWarning>{readable('mod+k')}</kbd>
      </button>
      <div className={styles['tools']}>
        <Avatars />
        <InboxLink />
        <Bell />
        {mayWrite && (
          <>
            <IconButton label="Undo" keys="mod+z" className={styles['undo']} onClick={() => runAction(undoAction.id)}>
              <Icon name="undo" />
            </IconButton>
            <IconButton label="Redo" keys="mod+shift+z" className={styles['redo']} onClick={() => runAction(redoAction.id)}>
              <Icon name="redo" />
            </IconButton>
          </>
        )}
        <MoreMenu />
        <UserMenu />
      </div>
    </header>
  )
}

/** The bar before the network is there: same height, so nothing jumps. */
export function TopBarGhost({ slug, name }: { readonly slug: string; readonly name: string }) {
  return (
    <>
      <header className={styles['bar']}>
        <span className={styles['name']}>{name}</span>
        <ViewLinks slug={slug} />
      </header>
      <div className={styles['ghostFilter']} />
    </>
  )
}
