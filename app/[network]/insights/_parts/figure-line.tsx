'use client'
import type { ReactNode } from 'react'
import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import { HowWorkedOut } from '../../../components/figure/how-worked-out.tsx'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { ShowMe } from '../../../components/figure/show-me.tsx'
import styles from './figure.module.css'
import { useIsMeasuring } from './is-measuring.ts'
import { shortValue } from './short-value.ts'

type Props = { readonly figure: Figure; readonly isLarge?: boolean; readonly children?: ReactNode }

/** What is longer than any number, such as the name of what is needed, is written smaller. */
const longest = 32

/** What a number does to the chance of the goal: it adds to it or takes from it. */
function signOf(id: string): string {
  return id.startsWith('help:') ? '+' : id.startsWith('slip:') ? '−' : ''
}

/** A figure with all that belongs to it: name, number, sentence, count, where it is to be seen and how it is worked out. */
export function FigureLine({ figure, isLarge = false, children }: Props) {
  const { id, name, value, reading, count } = figure
  const short = shortValue(value, signOf(id))
  return (
    <article
      className={styles['figure']}
      data-figure={id}
      data-large={isLarge || undefined}
      data-unknown={short === 'unknown' || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys go from figure to figure, and act on the one with the focus
      tabIndex={0}
      aria-label={`${name}: ${value}`}
    >
      <h3>{name}</h3>
      <p className={styles['value']} data-long={value.length > longest || undefined}>
        {short}
      </p>
      {children}
      <p className={styles['reading']}>
        <NamedSentence sentence={reading} />
      </p>
      <p className={styles['count']}>{count}</p>
      <div className={styles['doings']}>
        <span data-do="show">
          <ShowMe figure={figure} />
        </span>
        <span data-do="how">
          <HowWorkedOut figure={figure} shortcut="H" />
        </span>
      </div>
    </article>
  )
}

/** A figure before it is known, of the size that it will have. */
export function FigureGhost({ name }: { readonly name: string }) {
  const isMeasuring = useIsMeasuring()
  return (
    <div className={styles['figure']} data-ghost="" aria-busy={isMeasuring || undefined}>
      <h3>{name}</h3>
      <p className={styles['value']}>
        <i />
      </p>
      <p className={styles['reading']}>
        <i />
        <i />
      </p>
    </div>
  )
}
