'use client'

import { type ReactNode, useState } from 'react'
import { remember, remembered } from '../../../lib/client/remembered.ts'
import styles from './legend.module.css'

/** Whether the legend of a drawing is open; it stays as it was left, and is folded until somebody opens it. */
export function useLegend(drawing: string): readonly [boolean, () => void] {
  const place = `weft-legend-${drawing}`
  const [isOpen, setOpen] = useState(() => typeof window !== 'undefined' && remembered(place) === 'open')
  const toggle = () => {
    remember(place, isOpen ? 'folded' : 'open')
    setOpen(!isOpen)
  }
  return [isOpen, toggle]
}

type LegendProps = { readonly isOpen: boolean; readonly onToggle: () => void; readonly children: ReactNode }

/** What the marks of a drawing mean, over its lower left corner; a press folds it. */
export function Legend({ isOpen, onToggle, children }: LegendProps) {
  return (
    <div className={styles['strip']}>
      <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={onToggle}>
        Legend
      </button>
      {isOpen && (
        <ul className={styles['legend']} aria-label="Legend">
          {children}
        </ul>
      )}
    </div>
  )
}
