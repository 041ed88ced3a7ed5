'use client'
import { useState } from 'react'
import { Button } from '../../../../components/ui/button.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import styles from '../../_parts/insights.module.css'
import type { ThemeProps } from '../../_parts/theme-props.ts'

/** So many stand at first; the rest is one press away. */
const atFirst = 4

/** Figures side by side, the first ones first. */
export function FigureList({ ids, figure }: { readonly ids: readonly string[]; readonly figure: ThemeProps['figure'] }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? ids : ids.slice(0, atFirst)
  return (
    <>
      <ul className={styles['figures']}>
        {shown.map((id) => {
          const own = figure(id)
          return (
            own && (
              <li key={id}>
                <FigureLine figure={own} />
              </li>
            )
          )
        })}
      </ul>
      {ids.length > atFirst && (
        <Button size="small" tone="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? `Show the first ${atFirst}` : `Show all ${ids.length}`}
        </Button>
      )}
    </>
  )
}
