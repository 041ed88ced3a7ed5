'use client'
import { type ReactNode, useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import type { Reason } from '../../../../lib/domain/entity.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { closeChangeAction, nextChangeAction, previousChangeAction, takeNewAction } from './actions.ts'
import { ChangeDetail } from './change-detail.tsx'
import { ChangeList } from './change-list.tsx'
import { countFilters } from './filter.ts'
import { Ghost } from './ghost.tsx'
import styles from './history.module.css'
import { type Line, revisionsIn } from './lines.ts'
import type { HistoryList } from './use-history.ts'
import { useNewer, useOlder, useWayTo } from './use-list-ends.ts'
import type { useViewOfHistory } from './use-view-of-history.ts'

type Props = {
  readonly list: HistoryList
  readonly lines: readonly Line[]
  readonly reasons: ReadonlyMap<number, Reason>
  readonly named: ReadonlySet<number>
  readonly view: ReturnType<typeof useViewOfHistory>
  /** what stands beside the list while no change is open */
  readonly beside: ReactNode
}

/** From this width on a change opens beside the list, so that going through the list may open each. */
const wide = '(min-width: 961px)'

function focusRow(revision: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-revision="${revision}"]`)?.focus())
}

/** The change on whose line the focus is; 0 where it is on none. */
function focusedRevision(): number {
  return Number(document.activeElement?.closest<HTMLElement>('[data-revision]')?.dataset['revision'] ?? 0)
}

/** Moves the focus to what can be done about the open change. */
function enterDetail(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-detail] button')?.focus())
}

/** The list of changes with the open one beside it. */
export function Changes({ list, lines, reasons, named, view, beside }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const { open, setOpen, filter, clear } = view
  const { pages, failure, retry } = list
  const revisions = revisionsIn(lines)
  const placeNow = () => revisions.indexOf(open ?? focusedRevision())
  const go = (to: number) => {
    const next = revisions[Math.max(0, Math.min(revisions.length - 1, to))]
    if (next === undefined) return
    if (matchMedia(wide).matches || open !== null) setOpen(next)
    focusRow(next)
  }
  const close = () => {
    setOpen(null)
    if (open !== null) focusRow(open)
  }
  const goTo = useWayTo(setOpen)
  const { waiting, showNew } = useNewer(list, scroller)
  const older = useOlder(list, filter.words)
  useAction(nextChangeAction, () => go(placeNow() + 1), { enabled: revisions.length > 0 })
  useAction(previousChangeAction, () => go(placeNow() - 1), { enabled: revisions.length > 0 })
  useAction(closeChangeAction, close, { enabled: open !== null })
  useAction(takeNewAction, showNew, { enabled: waiting > 0 })
  const isEmpty = pages !== null && lines.length === 0 && pages.next === null
  return (
    <div className={styles['split']} data-open={open !== null || undefined}>
      <div className={styles['column']}>
        {waiting > 0 && (
          <Button size="small" tone="primary" className={styles['newer']} onClick={showNew}>
            {waiting === 1 ? '1 new change' : `${waiting} new changes`}
          </Button>
        )}
        <div ref={scroller} className={styles['scroller']} aria-busy={pages === null && failure === null}>
          {failure !== null && pages === null && (
            <EmptyState title="The history could not be read" action={<Button onClick={retry}>Try again</Button>}>
              {failure}
            </EmptyState>
          )}
          {isEmpty && countFilters(filter) > 0 && (
            <EmptyState title="No change fits the filter" action={<Button onClick={clear}>Show all changes</Button>} />
          )}
          {pages === null && failure === null && <Ghost />}
          <ChangeList
            lines={lines}
            open={open}
            reasons={reasons}
            named={named}
            scroller={scroller}
            press={(revision, isByKey) => {
              setOpen(revision)
              if (isByKey) enterDetail()
            }}
            step={(by) => go(placeNow() + by)}
            readOlder={list.readOlder}
            hasMore={older.readsByItself}
          />
          {older.isPaused && (
            <p className={styles['older']}>
              <Button size="small" onClick={older.goOn}>
                Look in older changes, too ({pages?.entries.length} read)
              </Button>
            </p>
          )}
        </div>
      </div>
      <div className={styles['beside']}>{open === null ? beside : <ChangeDetail revision={open} close={close} goTo={goTo} />}</div>
    </div>
  )
}
