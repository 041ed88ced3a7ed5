'use client'
import { type KeyboardEvent, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { announce } from '../../../../lib/client/toast.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import type { TimelineRow, TimelineScene } from '../../../../lib/layout/timeline/scene.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './propose-bar.module.css'
import { markWords } from './timeline-words.ts'
import type { Proposing } from './use-proposal.ts'

type RowKeys = {
  readonly scene: TimelineScene
  readonly entries: ReadonlyMap<string, TimelineEntry>
  readonly proposing: Proposing
  readonly current: string | null
  readonly focusRow: (id: string | undefined) => void
  readonly open: (id: string) => void
}

/** What keys do on the rows: walk over promises and marks, propose another day, send or put it back. */
export function useRowKeys({ scene, entries, proposing, current, focusRow, open }: RowKeys) {
  const at = scene.rows.findIndex(({ id }) => id === current)
  const go = (index: number) => {
    proposing.cancel()
    focusRow(scene.rows[Math.max(0, Math.min(scene.rows.length - 1, index))]?.id)
  }
  const goLane = (step: 1 | -1) => {
    const lane = scene.lanes.findIndex(({ id }) => id === scene.rows[at]?.laneId)
    const next = scene.lanes[lane + step]
    if (next) go(scene.rows.findIndex(({ laneId }) => laneId === next.id))
  }
  const sayMark = useMarkWalk(scene.rows[at])
  const shift = (days: number) => {
    const entry = entries.get(current ?? '')
    if (entry) proposing.shift(entry, days)
  }
  const enter = () => {
    if (proposing.proposal?.move.needs.includes('reason')) document.querySelector<HTMLElement>(`.${styles['propose']} input`)?.focus()
    else if (proposing.proposal) proposing.send('')
    else if (current) open(current)
  }
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.shiftKey ? 7 : 1
    const acts = new Map<string, () => void>([
      ['ArrowDown', () => go(at + 1)],
      ['j', () => go(at + 1)],
      ['ArrowUp', () => go(at - 1)],
      ['k', () => go(at - 1)],
      ['Home', () => go(0)],
      ['End', () => go(scene.rows.length - 1)],
      ['PageDown', () => goLane(1)],
      ['PageUp', () => goLane(-1)],
      [']', () => sayMark(1)],
      ['[', () => sayMark(-1)],
      ['ArrowRight', () => shift(step)],
      ['ArrowLeft', () => shift(-step)],
      ['Enter', enter],
    ])
    if (proposing.proposal) acts.set('Escape', proposing.cancel)
    const act = acts.get(event.key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}

/** Reads out the marks of a row one after the other, by day; another row begins anew. */
function useMarkWalk(row: TimelineRow | undefined): (step: 1 | -1) => void {
  const { today } = useNetwork()
  const [walked, setWalked] = useState({ id: '', at: -1 })
  return (step) => {
    const marks = (row?.marks ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    if (!row || marks.length === 0) return
    const next = ((walked.id === row.id ? walked.at : step > 0 ? -1 : 0) + step + marks.length) % marks.length
    const found = marks[next]
    setWalked({ id: row.id, at: next })
    if (found) announce(`${next + 1} of ${marks.length}: ${markWords[found.kind]} ${shortDay(found.day, today)}`)
  }
}
