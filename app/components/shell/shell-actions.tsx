'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useUndo } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { setTheme } from '../../../lib/client/theme.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import { useCan } from '../../../lib/client/who.ts'
import {
  closeAction,
  copyLinkAction,
  goTo,
  goToCoffee,
  goToHistory,
  goToInbox,
  goToNetworks,
  goToPeople,
  goToReview,
  goToSettings,
  goToWhatIf,
  redoAction,
  themeActions,
  undoAction,
} from './views.ts'

function GoTo({ action, href }: { readonly action: Action; readonly href: string }) {
  const router = useRouter()
  const search = useSearchParams()
  useAction(action, () => router.push(search.size > 0 ? `${href}?${search}` : href))
  return null
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    showToast('Link copied. It opens this very view.')
  } catch {
    showToast('The browser did not allow copying. The address bar holds the link.', { tone: 'error' })
  }
}

/** What can be done from everywhere in a network. Draws nothing. */
export function ShellActions() {
  const router = useRouter()
  const path = usePathname()
  const { slug } = useNetwork()
  const { undo, redo } = useUndo()
  const mayWrite = useCan('write')
  const { selection, clearSelection, view, setView } = useView()
  useAction(undoAction, () => void undo(), { enabled: mayWrite })
  useAction(redoAction, () => void redo(), { enabled: mayWrite })
  useAction(goToPeople, () => router.push(`/${slug}/people`), { enabled: !path.endsWith('/people') })
  useAction(goToHistory, () => router.push(`/${slug}/history`), { enabled: !path.endsWith('/history') })
  useAction(goToInbox, () => router.push(`/${slug}/inbox`), { enabled: !path.endsWith('/inbox') })
  useAction(goToReview, () => router.push(`/${slug}/review`), { enabled: !path.endsWith('/review') })
  useAction(goToCoffee, () => router.push(`/${slug}/coffee`), { enabled: !path.endsWith('/coffee') })
  useAction(goToWhatIf, () => router.push(`/${slug}/what-if`), { enabled: !path.endsWith('/what-if') })
  useAction(goToSettings, () => router.push(`/${slug}/settings`), { enabled: !path.endsWith('/settings') })
  useAction(goToNetworks, () => router.push('/?all'))
  useAction(copyLinkAction, () => void copyAddress())
  useAction(themeActions.system, () => setTheme('system'))
  useAction(themeActions.light, () => setTheme('light'))
  useAction(themeActions.dark, () => setTheme('dark'))
  useAction(closeAction, () => (view.focus ? setView({ focus: null, deg: null }) : clearSelection()), {
    enabled: selection !== null || view.focus !== null,
  })
  return goTo.map(({ action, path: to }) => <GoTo key={to} action={action} href={`/${slug}/${to}`} />)
}
