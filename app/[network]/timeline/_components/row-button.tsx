'use client'
import { type PointerEvent, useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { dayAt, placeOfDay } from '../../../../lib/layout/timeline/days.ts'
import type { TimelineRow, TimelineScene } from '../../../../lib/layout/timeline/scene.ts'
import styles from './row-button.module.css'
import drawing from './timeline-drawing.module.css'
import { rowInWords } from './timeline-words.ts'
import { type Proposing, startOf } from './use-proposal.ts'

type RowProps = {
  readonly row: TimelineRow
  readonly scene: TimelineScene
  readonly entry: TimelineEntry | undefined
  readonly proposing: Proposing
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly onFocus: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** One promise of the drawing: a real button over its row, with the handle that moves its day. */
export function RowButton({ row, scene, entry, proposing, isCurrent, isOpen, onFocus, onOpen }: RowProps) {
  const { snapshot, today } = useNetwork()
  if (!entry) return null
  const nodeName = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'nobody yet'
  const name = rowInWords(entry, { what: row.title.full, giver: nodeName(entry.giverNodeId), taker: nodeName(entry.takerNodeId) }, today)
  const { box } = row
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        data-record={row.id}
        style={{ left: box.x, top: box.y - scene.head.height, width: box.width, height: box.height }}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isOpen}
        title={row.title.isCut ? row.title.full : undefined}
        onFocus={() => onFocus(row.id)}
        onClick={() => onOpen(row.id)}
      >
        <span className="visually-hidden">{name}</span>
      </button>
      <Handle row={row} scene={scene} entry={entry} proposing={proposing} />
    </li>
  )
}

/** The mark that can be dragged to another day; the keys ← and → on the row do the same. */
function Handle({ row, scene, entry, proposing }: Pick<RowProps, 'row' | 'scene' | 'proposing'> & { readonly entry: TimelineEntry }) {
  const start = startOf(entry)
  const isMine = useMemo(() => start !== null && proposing.mayMove(row.id), [start, proposing, row.id])
  if (!isMine || start === null) return null
  const day = proposing.proposal?.id === row.id ? proposing.proposal.day : start
  const mark = row.marks.find(({ kind, day: on }) => on === start && (kind === 'promised' || kind === 'proposed' || kind === 'needed'))
  const x = proposing.proposal?.id === row.id ? placeOfDay(scene, day) : (mark?.centre.x ?? placeOfDay(scene, day))
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const sheet = event.currentTarget.closest(`.${drawing['sheet']}`)?.getBoundingClientRect()
    if (sheet) proposing.moveTo(entry, dayAt(scene, event.clientX - sheet.left))
  }
  return (
    <span
      className={styles['handle']}
      style={{ left: x - 12, top: row.box.y - scene.head.height + row.box.height / 2 - 12 }}
      title="Drag to propose another day, or ← and → on the row"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={(event) => {
        event.currentTarget.releasePointerCapture(event.pointerId)
        document.querySelector<HTMLElement>(`[data-record="${CSS.escape(row.id)}"]`)?.focus()
      }}
    />
  )
}
