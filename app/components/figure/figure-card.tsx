'use client'
import type { KeyboardEvent } from 'react'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import styles from './figure.module.css'
import { figureKey } from './figure-keys.ts'
import { HowWorkedOut } from './how-worked-out.tsx'
import { NamedSentence } from './named-sentence.tsx'
import { ShowMe } from './show-me.tsx'

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const doing = figureKey(event)
  if (doing === null) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(doing)?.click()
}

/** A number with all that belongs to it: name, sentence, count, where it is seen, how it is worked out. */
export function FigureCard({ figure }: { readonly figure: Figure }) {
  const { id, name, value, reading, count } = figure
  return (
    <article className={styles['card']} data-figure={id} aria-label={`${name}: ${value}`} onKeyDown={onKeyDown}>
      <p className={styles['head']}>
        <span>{name}</span> <strong>{value}</strong>
      </p>
      <p>
        <NamedSentence sentence={reading} /> <span className={styles['quiet']}>({count})</span>
      </p>
      <div className={styles['doings']}>
        <span data-do="show">
          <ShowMe figure={figure} />
        </span>
        <HowWorkedOut figure={figure} shortcut="H" />
      </div>
    </article>
  )
}
