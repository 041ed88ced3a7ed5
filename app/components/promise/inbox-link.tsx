'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './inbox-link.module.css'
import { useInbox } from './use-inbox.ts'

const most = 99

/** The way to the inbox, with the number of things that wait; the title of the page says it, too. */
export function InboxLink() {
  const { slug } = useNetwork()
  const path = usePathname()
  const { length } = useInbox()
  useTitleCount(length)
  const name = length === 0 ? 'Inbox, nothing waits for you' : `Inbox, ${length} waiting`
  return (
    <Link
      href={`/${slug}/inbox`}
      className={styles['link']}
      aria-label={name}
      aria-current={path.endsWith('/inbox') ? 'page' : undefined}
      title={`${name} (${readable('g i')})`}
      prefetch={false}
    >
      <Icon name="inbox" />
      {length > 0 && <span className={styles['badge']}>{length > most ? `${most}+` : length}</span>}
    </Link>
  )
}

/** Puts “(3) ” before the title of whatever page is shown, and keeps it there when the page changes its title. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(/^\(\d+\) /, '')
      const wanted = count === 0 ? plain : `(${count}) ${plain}`
      if (document.title !== wanted) document.title = wanted
    }
    show()
    const watcher = new MutationObserver(show)
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [count])
}
