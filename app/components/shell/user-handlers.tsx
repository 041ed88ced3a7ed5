'use client'
import { usePathname, useRouter } from 'next/navigation'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { leave } from '../../../lib/client/leave.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useCan } from '../../../lib/client/who.ts'
import { goToAccount, goToSettingsPage, inviteAction, signOutAction } from './user-actions.ts'

function GoTo({ action, href, enabled }: { readonly action: Action; readonly href: string; readonly enabled: boolean }) {
  const router = useRouter()
  useAction(action, () => router.push(href), { enabled })
  return null
}

/** What somebody can do about their account and about who else is here. Draws nothing. */
export function UserHandlers() {
  const router = useRouter()
  const path = usePathname()
  const { slug, me } = useNetwork()
  const manages = useCan('manage')
  const hasAccount = me.userId !== null
  useAction(goToAccount, () => router.push('/account'), { enabled: hasAccount })
  useAction(signOutAction, () => void leave(me.userId), { enabled: hasAccount })
  useAction(inviteAction, () => router.push(`/${slug}/settings/access?invite`), { enabled: manages && !path.endsWith('/settings/access') })
  return goToSettingsPage.map(({ action, path: to, manages: isForOwners }) => (
    <GoTo key={to} action={action} href={`/${slug}/${to}`} enabled={!isForOwners || manages} />
  ))
}
