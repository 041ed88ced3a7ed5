'use client'
import { useEffect, useRef } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { follow, following, stopFollowing } from '../../../lib/client/presence/follow.ts'
import { useCompanions } from '../../../lib/client/presence/use-presence.ts'
import { readViewPath } from '../../../lib/client/presence/view-path.ts'
import { clientId } from '../../../lib/client/presence/window.ts'
import { walkList } from '../ui/walk-list.ts'
import { Avatar } from './avatar.tsx'
import { placeWords } from './place-words.ts'
import styles from './who-list.module.css'

/** Everybody else who is here and where; each can be followed. */
export function WhoList({ onClose }: { readonly onClose: () => void }) {
  const { snapshot } = useNetwork()
  const companions = useCompanions()
  const followed = useObservable(following)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  if (companions.length === 0) return <p className={styles['alone']}>Nobody else is here now. Whoever opens this network appears here at once.</p>
  return (
    <ul ref={list} data-together className={styles['who']} onKeyDown={walkList}>
      {companions.map((companion) => {
        const { personId, name, windows } = companion
        const isFollowed = followed?.personId === personId
        const followsMe = windows.some(({ view }) => readViewPath(view).followed === clientId)
        return (
          <li key={personId}>
            <button
              type="button"
              aria-pressed={isFollowed}
              onClick={() => {
                if (isFollowed) stopFollowing()
                else follow(companion)
                onClose()
              }}
            >
              <Avatar personId={personId} name={name} isLarge />
              <span className={styles['person']}>
                <b>{name}</b>
                <span>
                  {placeWords(snapshot, windows[0])}
                  {windows.length > 1 && ` · ${windows.length} windows`}
                  {followsMe && ' · follows you'}
                </span>
              </span>
              <span className={styles['verb']}>{isFollowed ? 'Stop' : 'Follow'}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
