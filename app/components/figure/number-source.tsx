'use client'
import { useEffect, useMemo } from 'react'
import { announce } from '../../../lib/client/toast.ts'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'
import { overlayOf } from '../../../lib/domain/measure/overlay/overlay.ts'
import { numberNames } from './number-actions.ts'
import styles from './numbers.module.css'
import { carried } from './numbers.ts'
import { useFigures } from './use-figures.ts'

function wordsOf(step: string, hasGoal: boolean): string {
  if (step === 'failed') return 'The numbers could not be worked out. Load the page again.'
  if (step !== 'done') return 'Working out the numbers …'
  return hasGoal ? 'There is nothing to count here.' : 'No goal has a key result in this cycle yet, so nothing can be said of it.'
}

/** Measures the numbers that a drawing carries, and says what they mean. */
export function NumberSource({ kind }: { readonly kind: OverlayKind }) {
  const { looked, state } = useFigures()
  const overlay = useMemo(() => overlayOf(looked, kind), [looked, kind])
  useEffect(() => {
    carried.set(overlay)
    return () => carried.set(null)
  }, [overlay])
  const legend = overlay?.legend ?? wordsOf(state.step, looked.chosen.goalId !== null)
  useEffect(() => announce(`${numberNames[kind]}. ${legend}`), [kind, legend])
  return (
    <p className={styles['legend']} data-numbers={overlay ? kind : 'none'}>
      <b>{numberNames[kind]}</b> {legend} {overlay && 'A dash is unknown.'}
    </p>
  )
}
