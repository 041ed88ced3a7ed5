'use client'

import { type ReactNode, useState } from 'react'
import styles from './legend.module.css'

/** from this width on there is room for a legend beside a drawing */
const roomyWidth = 1_000

/** Whether the legend of a drawing is open; it stays as it was left. */
export function useLegend(drawing: string, opensByItself: boolean): readonly [boolean, () => void] {
  const storageKey = `weft-legend-${drawing}`
  const [isOpen, setOpen] = useState(() => {
    if (typeof window === 'undefined') return false
    const said = localStorage.getItem(storageKey)
    return said === null ? opensByItself && innerWidth >= roomyWidth : said === 'open'
  })
  const toggle = () => {
    localStorage.setItem(storageKey, isOpen ? 'folded' : 'open')
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
