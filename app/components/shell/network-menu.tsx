'use client'
import { useRouter } from 'next/navigation'
import { useMe } from '../../../lib/client/who.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './network-menu.module.css'

/** The network's name, and the way to its settings and to the others. */
export function NetworkMenu({ name, slug }: { readonly name: string; readonly slug: string }) {
  const router = useRouter()
  const me = useMe()
  const trigger = (
    <Button tone="quiet" className={styles['trigger']} aria-label={`Network: ${name}`}>
      <span className={styles['name']}>{name}</span>
      <Icon name="chevronDown" size={12} />
    </Button>
  )
  return (
    <Menu
      trigger={trigger}
      groups={[
        { items: [{ id: 'settings', label: 'Settings of this network', keys: 'g s', run: () => router.push(`/${slug}/settings`) }] },
        {
          items: [
            { id: 'all', label: 'All networks', keys: 'g n', run: () => router.push('/?all') },
            ...(me.isInstanceOwner ? [{ id: 'new', label: 'New network', run: () => router.push('/welcome') }] : []),
          ],
        },
      ]}
    />
  )
}
