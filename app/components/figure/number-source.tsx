'use client'
import { useEffect, useMemo } from 'react'
import { announce } from '../../../lib/client/toast.ts'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'
import { overlayOf } from '../../../lib/domain/measure/overlay/overlay.ts'
import { tellingFigure } from '../../../lib/domain/measure/overlay/telling.ts'
import { HowWorkedOut } from './how-worked-out.tsx'
import { NamedSentence } from './named-sentence.tsx'
import { numberNames } from './number-actions.ts'
import styles from './numbers.module.css'
import { carried } from './numbers.ts'
import { ShowMe } from './show-me.tsx'
import { useFigures } from './use-figures.ts'

function wordsOf(step: string, hasGoal: boolean): string {
  if (step === 'failed') return 'The numbers could not be worked out. Load the page again.'
  if (step !== 'done') return 'Working out the numbers …'
  return hasGoal ? 'There is nothing to count here.' : 'No goal has a key result in this cycle yet, so nothing can be said of it.'
}

/** Measures the numbers that a drawing carries, says what they mean, and of the one that tells most all that belongs to it. */
export function NumberSource({ kind }: { readonly kind: OverlayKind }) {
  const { looked, state } = useFigures()
  const overlay = useMemo(() => overlayOf(looked, kind), [looked, kind])
  const telling = useMemo(() => tellingFigure(looked, kind), [looked, kind])
  useEffect(() => {
    carried.set(overlay)
    return () => carried.set(null)
  }, [overlay])
  const legend = overlay?.legend ?? wordsOf(state.step, looked.chosen.goalId !== null)
  useEffect(() => announce(`${numberNames[kind]}. ${legend}`), [kind, legend])
  return (
    <section className={styles['legend']} aria-label="Numbers on the drawing" data-numbers={overlay ? kind : 'none'}>
      <p>
        <b>{numberNames[kind]}</b> {legend} {overlay && 'A dash is unknown.'}
      </p>
      {overlay && telling && (
        <>
          <div className={styles['ways']}>
            <ShowMe figure={telling} />
            <HowWorkedOut figure={telling} />
          </div>
          <p className={styles['telling']}>
            <NamedSentence sentence={telling.reading} /> <span>({telling.count})</span>
          </p>
        </>
      )}
    </section>
  )
}
