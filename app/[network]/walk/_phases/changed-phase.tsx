'use client'
import { useEffect, useRef, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WalkChanges } from '../../../../lib/domain/ritual/walk/changes.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, shortDay } from '../../../components/graph/words.ts'
import { ChangedMap } from '../_drawing/changed-map.tsx'
import { stepText } from '../_drawing/step-text.ts'
import { useIsNarrow } from '../_session/use-is-narrow.ts'
import type { Session } from '../_session/use-session.ts'
import { useWalkChanges } from '../_session/use-walk-changes.ts'
import styles from './changed-phase.module.css'
import phases from './phases.module.css'

/** The design space of the map; its shape decides how large it can be drawn. */
const mapSize = { width: 1600, height: 900 }

/** What is different from the last walk: the map with only that at full ink, and one sentence. */
export function ChangedPhase({ session }: { readonly session: Session }) {
  const { changes, isFirst, step, again } = useWalkChanges(session.ritual)
  const { today } = useNetwork()
  if (step === 'failed')
    return (
      <div className={phases['page']}>
        <h1>The network of the last walk could not be read</h1>
        <p>
          <button type="button" className={styles['again']} onClick={again}>
            Try again
          </button>
        </p>
      </div>
    )
  if (!changes) return <p className={phases['page']}>Comparing with the last walk …</p>
  return (
    <div className={styles['changed']}>
      <header className={styles['legend']}>
        <h1>{changes.sentence}</h1>
        <p>
          {isFirst ? 'in the last seven days; there was no walk before' : `since ${shortDay(changes.since, today)}`}
          {changes.steps.length > 0 && '; numbers are points of progress'}
          {changes.broken.length > 0 && '; ✕ is a broken promise'}
        </p>
      </header>
      <Picture changes={changes} session={session} />
    </div>
  )
}

function Picture({ changes, session }: { readonly changes: WalkChanges; readonly session: Session }) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState<number | null>(null)
  const isNarrow = useIsNarrow()
  useEffect(() => {
    const element = room.current
    if (!element) return
    const size = new ResizeObserver(() => {
      const fitted = Math.min(element.clientWidth / mapSize.width, element.clientHeight / mapSize.height)
      if (fitted > 0) setScale(Math.round(fitted * 100) / 100)
    })
    size.observe(element)
    return () => size.disconnect()
  }, [])
  if (isNarrow) return <ChangeList changes={changes} />
  return (
    <div ref={room} className={phases['ground']}>
      {scale !== null && <ChangedMap changes={changes} scale={scale} onOwnMove={session.stopFollowing} followed={session.followedCamera} />}
    </div>
  )
}

function ChangeList({ changes: { steps } }: { readonly changes: WalkChanges }) {
  const { snapshot } = useNetwork()
  return (
    <ul className={styles['steps']}>
      {steps.map(({ keyResultId, nodeId, points }) => (
        <li key={keyResultId}>
          <span>
            {find(snapshot, 'keyResult', keyResultId)?.title}
            <small>{find(snapshot, 'node', nodeId)?.name}</small>
          </span>
          <b>{stepText(points, find(snapshot, 'keyResult', keyResultId)?.metric)}</b>
        </li>
      ))}
      {steps.length === 0 && <li>{counted(0, 'key result')} moved</li>}
    </ul>
  )
}
