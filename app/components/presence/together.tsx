'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { Action } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { follow, following, stopFollowing } from '../../../lib/client/presence/follow.ts'
import type { Companion } from '../../../lib/client/presence/people.ts'
import { useCompanions, useTellPresence } from '../../../lib/client/presence/use-presence.ts'
import { readViewPath } from '../../../lib/client/presence/view-path.ts'
import { clientId } from '../../../lib/client/presence/window.ts'
import { Dialog } from '../ui/dialog.tsx'
import { followAction, stopFollowAction, whoAction } from './actions.ts'
import { Avatar } from './avatar.tsx'
import styles from './together.module.css'
import { useFollowing } from './use-following.ts'
import { WhoList } from './who-list.tsx'

/** Being here together: tells the others where this window is, follows whom one follows, and says who follows. */
export function Together() {
  useTellPresence({ path: usePathname(), query: useSearchParams().toString() })
  useFollowing()
  const companions = useCompanions()
  const followed = useObservable(following)
  const [isOpen, setOpen] = useState(false)
  useAction(whoAction, () => setOpen(true))
  useAction(stopFollowAction, stopFollowing, { enabled: followed !== null })
  const others = companions.length === 1 ? '1 other' : `${companions.length} others`
  return (
    <>
      {companions.map((companion) => (
        <Following key={companion.personId} companion={companion} />
      ))}
      <FollowLine />
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={companions.length === 0 ? 'Who is here' : `Who is here: ${others}`} form="sheet">
        {isOpen && <WhoList onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

/** Makes one person known to the palette. Draws nothing. */
function Following({ companion }: { readonly companion: Companion }) {
  const [action] = useState<Action>(() => followAction(companion))
  useAction(action, () => follow(companion))
  return null
}

/** Says whom one follows and how to stop, and quietly who follows. */
function FollowLine() {
  const followed = useObservable(following)
  const companions = useCompanions()
  const followers = companions.filter(({ windows }) => windows.some(({ view }) => readViewPath(view).followed === clientId))
  if (!followed && followers.length === 0) return null
  return (
    <aside className={styles['line']} aria-label="Following" data-following={followed !== null || undefined} data-together>
      {followed && (
        <p>
          <Avatar personId={followed.personId} name={followed.name} />
          <span>
            You follow <b>{followed.name}</b>
          </span>
          <button type="button" onClick={stopFollowing}>
            <kbd>Esc</kbd> stops
          </button>
        </p>
      )}
      {followers.length > 0 && <p role="status">{followersText(followers.map(({ name }) => name))}</p>}
    </aside>
  )
}

function followersText(names: readonly string[]): string {
  const [first = '', second = ''] = names
  if (names.length === 1) return `${first} follows you`
  return names.length === 2 ? `${first} and ${second} follow you` : `${first} and ${names.length - 1} others follow you`
}
