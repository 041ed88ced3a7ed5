'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import styles from './bars.module.css'
import { FigureLine } from './figure-line.tsx'
import type { ThemeProps } from './theme-props.ts'
import { useNarrow } from './use-narrow.ts'
import { useRoving } from './use-roving.ts'

export type BarRow = {
  readonly id: string
  /** the figure that the bar shows */
  readonly figureId: string
  /** a second figure of the same bar */
  readonly also?: string
  readonly name: string
  /** a smaller word beside the name, such as the node */
  readonly note?: string | undefined
  /** what is read out, without the name */
  readonly spoken: string
  /** what stands at the end of the bar */
  readonly value: ReactNode
  readonly bar: ReactNode
  /** what stands with its figure beside what all figures have */
  readonly more?: ReactNode
}

export type BarsProps = {
  readonly label: string
  readonly rows: readonly BarRow[]
  readonly figure: ThemeProps['figure']
  /** so many stand at first; the rest is one press away */
  readonly atFirst?: number
  readonly axis?: ReactNode
  readonly noun?: string
}

/** Bars one below the other, with the figure of the chosen one beside them; on a narrow screen right below it. */
export function BarRows({ label, rows, figure, atFirst = 12, axis, noun = 'rows' }: BarsProps) {
  const [isAll, setAll] = useState(false)
  const isNarrow = useNarrow()
  const shown = isAll ? rows : rows.slice(0, atFirst)
  const { current, markProps, onKeyDown } = useRoving(shown.map(({ id }) => id))
  const chosen = shown.find(({ id }) => id === current)
  const details = [chosen?.figureId, chosen?.also].flatMap((id) => (id === undefined ? [] : (figure(id) ?? [])))
  const opened = (
    <div className={styles['details']}>
      {details.map((detail, at) => (
        <FigureLine key={detail.id} figure={detail}>
          {at === 0 && chosen?.more}
        </FigureLine>
      ))}
    </div>
  )
  return (
    <div className={styles['chart']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of its marks come through here */}
      <div className={styles['rows']} onKeyDown={onKeyDown}>
        {axis}
        <ul aria-label={`${label}. Arrows go from bar to bar.`}>
          {shown.map(({ id, figureId, name, note, spoken, value, bar }) => (
            <li key={id}>
              <button
                type="button"
                className={styles['row']}
                aria-pressed={id === current}
                data-figure={figureId}
                onClick={(event) => event.currentTarget.focus()}
                {...markProps(id)}
              >
                <span className={styles['label']}>
                  {name}
                  {note !== undefined && <small>{note}</small>}
                </span>
                {bar}
                <span className={styles['end']} aria-hidden="true">
                  {value}
                </span>
                <span className="visually-hidden">: {spoken}</span>
              </button>
              {isNarrow && id === current && opened}
            </li>
          ))}
        </ul>
        {rows.length > atFirst && (
          <Button size="small" tone="quiet" onClick={() => setAll(!isAll)}>
            {isAll ? `Show the first ${atFirst}` : `Show all ${rows.length} ${noun}`}
          </Button>
        )}
      </div>
      {!isNarrow && opened}
    </div>
  )
}
