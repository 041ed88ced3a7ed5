'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useMe } from '../../../lib/client/who.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './bell.module.css'
import { bellAction } from './bell-actions.ts'
import { useUnread } from './use-unread.ts'

const BellList = dynamic(() => import('./bell-list.tsx').then(({ BellList: loaded }) => loaded))

const most = 99

/** What a person was told, with the number of what is not read yet. */
export function Bell() {
  return useMe().personId === null ? null : <OwnBell />
}

function OwnBell() {
  const [unread, setUnread] = useUnread()
  const [isOpen, setOpen] = useState(false)
  useAction(bellAction, () => setOpen(true))
  const name = unread === 0 ? 'Notifications, all read' : `Notifications, ${unread} not read`
  return (
    <>
      <button type="button" className={styles['bell']} aria-label={name} title={`${name} (${readable('g b')})`} onClick={() => setOpen(true)}>
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.500"
          strokeLinejoin="round"
          aria-hidden="true"
          focusable="false"
        >
          <path d="M3.500 11.500c1-1 1-2.500 1-4.500a3.500 3.500 0 0 1 7 0c0 2 0 3.500 1 4.500ZM6.500 13.500h3" strokeLinecap="round" />
        </svg>
        {unread > 0 && <span className={styles['badge']}>{unread > most ? `${most}+` : unread}</span>}
      </button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="What you were told" form="sheet">
        {isOpen && <BellList onUnread={setUnread} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}
