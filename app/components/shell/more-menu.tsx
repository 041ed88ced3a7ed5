'use client'
import { useRouter } from 'next/navigation'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useHasTime, useNetwork } from '../../../lib/client/network/provider.tsx'
import { setTheme, themes, useTheme } from '../../../lib/client/theme.ts'
import { useCan } from '../../../lib/client/who.ts'
import { openTimeAction } from '../time/actions.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { useMayShare } from './use-may-share.ts'
import { shareAction } from './user-actions.ts'
import { copyLinkAction, openKeySheet, redoAction } from './views.ts'

const themeWords = { system: 'Follow the system', light: 'Light', dark: 'Dark' } as const

/** Theme, keys, settings and the rest that is not needed every minute. */
export function MoreMenu() {
  const router = useRouter()
  const { slug } = useNetwork()
  const theme = useTheme()
  const hasTime = useHasTime()
  const mayWrite = useCan('write')
  const mayShare = useMayShare()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More">
          <Icon name="more" />
        </IconButton>
      }
      groups={[
        {
          title: 'Theme',
          items: themes.map((each) => ({ id: each, label: themeWords[each], isChecked: each === theme, run: () => setTheme(each) })),
        },
        {
          items: [
            ...(mayWrite ? [{ id: 'redo', label: 'Redo', keys: 'mod+shift+z', run: () => void runAction(redoAction.id) }] : []),
            { id: 'link', label: 'Copy a link to this view', run: () => void runAction(copyLinkAction.id) },
            ...(mayShare ? [{ id: 'share', label: 'Share this view, read only …', keys: 'shift+s', run: () => void runAction(shareAction.id) }] : []),
            { id: 'keys', label: 'All keys', keys: '?', run: () => void runAction(openKeySheet.id) },
            { id: 'history', label: 'History', keys: 'g h', run: () => router.push(`/${slug}/history`) },
            ...(hasTime ? [{ id: 'time', label: 'Go through time', keys: 'h', run: () => void runAction(openTimeAction.id) }] : []),
            { id: 'coffee', label: 'Coffee with a partner', keys: 'g f', run: () => router.push(`/${slug}/coffee`) },
            { id: 'what-if', label: 'What if …', keys: 'g y', run: () => router.push(`/${slug}/what-if`) },
            { id: 'review', label: 'Network review', keys: 'g r', run: () => router.push(`/${slug}/review`) },
            { id: 'people', label: 'People and teams', keys: 'g p', run: () => router.push(`/${slug}/people`) },
            { id: 'settings', label: 'Settings', keys: 'g s', run: () => router.push(`/${slug}/settings`) },
          ],
        },
      ]}
    />
  )
}
