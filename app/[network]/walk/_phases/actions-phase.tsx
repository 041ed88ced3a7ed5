'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { actionState, actionsToReview } from '../../../../lib/domain/ritual/walk/actions.ts'
import { counted } from '../../../components/graph/words.ts'
import { walkActions } from '../_session/actions.ts'
import { pressFocused } from '../_session/press-focused.ts'
import { useItems } from '../_session/use-items.ts'
import type { Session } from '../_session/use-session.ts'
import styles from './actions-phase.module.css'
import phases from './phases.module.css'
import { OnSubject, OwnerAndDay } from './said.tsx'

/** What was to be done since last time, in large type. The space bar ticks. */
export function ActionsPhase({ session, mayWrite }: { readonly session: Session; readonly mayWrite: boolean }) {
  const { snapshot, today } = useNetwork()
  const { settle } = useItems(session.ritual)
  const actions = useMemo(() => actionsToReview(snapshot, session.ritual), [snapshot, session.ritual])
  const isLate = (item: RitualItem) => actionState(item, { day: today }) === 'late'
  const [at, setAt] = useState(0)
  const current = actions[Math.min(at, actions.length - 1)]
  const toggle = (item: RitualItem | undefined) => {
    if (!item) return
    const isDone = item.status === 'done'
    void settle(item.id, isDone ? 'open' : 'done')
    const next = actions.findIndex((each, place) => place > actions.indexOf(item) && each.status === 'open')
    if (!isDone && next >= 0) setAt(next)
  }
  const isActive = mayWrite && actions.length > 0
  useAction(walkActions.toggle, () => pressFocused() || toggle(current), { enabled: isActive })
  useAction(walkActions.down, () => setAt(Math.min(actions.length - 1, at + 1)), { enabled: isActive })
  useAction(walkActions.up, () => setAt(Math.max(0, at - 1)), { enabled: isActive })
  const done = actions.filter(({ status }) => status === 'done').length
  const late = actions.filter((item) => isLate(item)).length
  if (actions.length === 0)
    return (
      <div className={phases['page']}>
        <h1>No actions from last time</h1>
        <ul className={styles['ghosts']} aria-hidden="true">
          <li />
          <li />
          <li />
        </ul>
        <p>What you write down today with A is asked about here next week.</p>
      </div>
    )
  return (
    <div className={phases['page']}>
      <h1>
        {done} of {counted(actions.length, 'action')} done{late > 0 && `, ${late} late`}
      </h1>
      <ul className={styles['actions']} aria-label="Actions of last time">
        {actions.map((item, place) => (
          <li key={item.id} data-current={mayWrite && item === current ? true : undefined}>
            <button
              type="button"
              role="checkbox"
              aria-checked={item.status === 'done'}
              disabled={!mayWrite}
              onFocus={() => setAt(place)}
              onClick={() => toggle(item)}
            >
              <span className={styles['box']} aria-hidden="true">
                {item.status === 'done' ? '✓' : ''}
              </span>
              <span className={styles['what']} data-read="name">
                {item.text}
                <OnSubject item={item} />
              </span>
              {isLate(item) && <span className={styles['late']}>late</span>}
              <OwnerAndDay item={item} />
            </button>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p className={styles['keys']}>
          <kbd>Space</kbd> ticks the line, <kbd>↓</kbd> goes to the next
        </p>
      )}
    </div>
  )
}
