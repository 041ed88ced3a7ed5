'use client'
import { useRouter } from 'next/navigation'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { initialsOf } from '../../../lib/client/presence/people.ts'
import { useMe } from '../../../lib/client/who.ts'
import { Menu } from '../ui/menu.tsx'
import { goToAccount, inviteAction, signOutAction } from './user-actions.ts'
import styles from './user-menu.module.css'

const roleWords = { viewer: 'viewer', contributor: 'contributor', facilitator: 'facilitator', editor: 'editor', owner: 'owner' } as const

/** Who uses this browser, and the way to their account and out. Not there for the program itself. */
export function UserMenu() {
  const router = useRouter()
  const me = useMe()
  if (me.userId === null) return null
  const place = me.personId === null ? 'owner of the server, not a member here' : `${roleWords[me.role]} here`
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={styles['trigger']}
          aria-label={`${initialsOf(me.name)}: ${me.name}, ${place}. Account and sign out`}
          title={me.name}
        >
          <span aria-hidden="true">{initialsOf(me.name)}</span>
        </button>
      }
      groups={[
        {
          title: `${me.name} · ${place}`,
          items: [
            { id: 'account', label: 'My account', keys: 'g u', run: () => void runAction(goToAccount.id) },
            { id: 'networks', label: 'All networks', keys: 'g n', run: () => router.push('/?all') },
            ...(me.role === 'owner' ? [{ id: 'invite', label: 'Invite somebody', keys: 'shift+i', run: () => void runAction(inviteAction.id) }] : []),
          ],
        },
        { items: [{ id: 'out', label: 'Sign out', run: () => void runAction(signOutAction.id) }] },
      ]}
    />
  )
}
