'use client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Reason } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'
import { dayHeading, timeReader } from '../../../components/history/moment.ts'
import { ChangeRow } from './change-row.tsx'
import type { Line } from './lines.ts'
import styles from './list.module.css'

type Props = {
  readonly lines: readonly Line[]
  readonly open: number | null
  readonly reasons: ReadonlyMap<number, Reason>
  readonly named: ReadonlySet<number>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly press: (revision: number, isByKey: boolean) => void
  readonly step: (by: number) => void
  readonly readOlder: () => void
  readonly hasMore: boolean
}

function keyOf(line: Line | undefined): string {
  if (!line) return ''
  return line.type === 'day' ? line.day : String(line.entry.revision)
}

/** The line of the day that the first visible line belongs to: it stands on top while its changes pass. */
function dayAbove(lines: readonly Line[], index: number): number {
  for (let at = index; at >= 0; at -= 1) if (lines[at]?.type === 'day') return at
  return 0
}

/** The changes by day. Only what is in sight is drawn, and what is older is read when one comes near to it. */
export function ChangeList({ lines, open, reasons, named, scroller, press, step, readOlder, hasMore }: Props) {
  const { snapshot, today } = useNetwork()
  const { timeZone } = networkOf(snapshot)
  const timeOf = useMemo(() => timeReader(timeZone), [timeZone])
  const openIndex = lines.findIndex((line) => line.type === 'entry' && line.entry.revision === open)
  const sticky = useRef(0)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.type === 'day' ? 36 : 38),
    getItemKey: (index) => keyOf(lines[index]),
    overscan: 16,
    scrollPaddingStart: 40,
    rangeExtractor: (range) => {
      sticky.current = dayAbove(lines, range.startIndex)
      const kept = openIndex < 0 ? [sticky.current] : [sticky.current, openIndex]
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b)
    },
  })
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: 'auto' })
  }, [openIndex, virtual])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= lines.length - 30) readOlder()
  }, [hasMore, last, lines.length, readOlder])
  const firstEntry = lines.findIndex(({ type }) => type === 'entry')
  return (
    <ol className={styles['list']} style={{ height: virtual.getTotalSize() }} aria-label="Changes">
      {items.map(({ index, key, start }) => {
        const line = lines[index]
        if (!line) return null
        const isSticky = line.type === 'day' && index === sticky.current
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-selected={(line.type === 'entry' && line.entry.revision === open) || undefined}
            className={isSticky ? styles['sticky'] : styles['line']}
            style={isSticky ? undefined : { transform: `translateY(${start}px)` }}
          >
            {line.type === 'day' ? (
              <h2 className={styles['day']}>
                {dayHeading(line.day, today)} <span>{line.isWhole ? counted(line.count, 'change') : `${line.count} changes so far`}</span>
              </h2>
            ) : (
              <ChangeRow
                entry={line.entry}
                time={timeOf(line.entry.at)}
                reason={reasons.get(line.entry.revision)}
                isNamed={named.has(line.entry.revision)}
                isOpen={line.entry.revision === open}
                isTabStop={openIndex < 0 ? index === firstEntry : index === openIndex}
                press={(isByKey) => press(line.entry.revision, isByKey)}
                step={step}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}
