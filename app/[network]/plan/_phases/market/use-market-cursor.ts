'use client'
import { useEffect, useRef, useState } from 'react'
import type { Market, MarketLine } from '../../../../../lib/domain/promise/market.ts'

/** Which ask is chosen. It stays with the ask when that moves to another group. */
export type MarketCursor = {
  readonly isAt: (line: MarketLine) => boolean
  readonly isTabStop: (line: MarketLine) => boolean
  readonly choose: (line: MarketLine) => void
  /** goes to the next ask that waits for an answer, once this one has it */
  readonly after: (line: MarketLine) => void
  readonly step: (by: 1 | -1) => void
}

const keyOf = ({ dependencyId, side }: MarketLine) => `${side} ${dependencyId}`

function focusRow({ dependencyId }: MarketLine): void {
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(dependencyId)}"]`)?.focus()
}

/** The cursor over both columns: what others need of us comes first, because it waits for us. */
export function useMarketCursor({ needs, gives }: Market): MarketCursor {
  const lines = [...gives, ...needs]
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const at = lines.findIndex((line) => keyOf(line) === chosen)
  const go = (line: MarketLine | undefined) => {
    if (!line) return
    wanted.current = keyOf(line)
    setChosen(keyOf(line))
  }
  useEffect(() => {
    const line = lines.find((each) => keyOf(each) === wanted.current)
    if (!line || wanted.current !== chosen) return
    wanted.current = null
    focusRow(line)
  })
  const first = lines[0]
  return {
    isAt: (line) => keyOf(line) === chosen,
    isTabStop: (line) => (at < 0 ? line === first : keyOf(line) === chosen),
    choose: go,
    after: (line) => {
      const open = lines.filter((each) => each.group === 'yours' && keyOf(each) !== keyOf(line))
      const own = open.filter(({ side }) => side === line.side)
      go(own[0] ?? open[0] ?? line)
    },
    step: (by) => go(at < 0 ? first : lines[Math.max(0, Math.min(lines.length - 1, at + by))]),
  }
}
