'use client'
import { useEffect } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import type { MeasureState } from '../../../lib/client/measure/measures.ts'
import { announce } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import { focalOf } from '../../../lib/domain/measure/figure/loop.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { closeAction } from '../shell/views.ts'
import { HowWorkedOut } from './how-worked-out.tsx'
import { NamedSentence } from './named-sentence.tsx'
import styles from './show-strip.module.css'
import { litUp, useShowing } from './showing.ts'
import { useFigures } from './use-figures.ts'

type State = 'measuring' | 'known' | 'none' | 'failed'

function stateOf(figure: Figure | null, step: MeasureState['step']): State {
  if (figure) return 'known'
  return step === 'done' ? 'none' : step === 'failed' ? 'failed' : 'measuring'
}

/** Lights up on the drawing what a figure is about, as long as it is on the screen. */
function useLight(figure: Figure | null): void {
  const shown = figure?.shown ?? null
  useEffect(() => {
    litUp.set(shown && { what: 'figure', shown })
    return () => litUp.set(null)
  }, [shown])
}

/** The figure that the address asks for: its reading above the drawing, and what it is about lit up on it. Escape ends that. */
export function ShowStrip({ figureId }: { readonly figureId: string }) {
  const { view, selection } = useView()
  const { end } = useShowing()
  const { figure: figureBy, state } = useFigures(focalOf(figureId))
  const figure = figureBy(figureId)
  const isThere = stateOf(figure, state.step)
  useLight(figure)
  useAction(closeAction, end, { enabled: selection === null && view.focus === null })
  const said =
    isThere === 'known' && figure ? `${figure.name}: ${figure.value}. ${sentenceText(figure.reading)} Escape ends.` : wordsOf(isThere, figureId)
  useEffect(() => announce(said), [said])
  return (
    <section className={styles['strip']} aria-label="Shown on the drawing" data-shown={isThere}>
      {figure ? (
        <>
          <p className={styles['said']}>
            <b>
              {figure.name}: {figure.value}
            </b>{' '}
            <NamedSentence sentence={figure.reading} /> <span className={styles['quiet']}>({figure.count})</span>
            {figure.shown === null && <span className={styles['quiet']}> There is nothing to light up.</span>}
          </p>
          <HowWorkedOut figure={figure} />
        </>
      ) : (
        <p className={styles['said']}>{wordsOf(isThere, figureId)}</p>
      )}
      <button type="button" className={styles['end']} onClick={end}>
        <kbd>Esc</kbd> to end
      </button>
    </section>
  )
}

function wordsOf(state: State, figureId: string): string {
  if (state === 'none') return `There is no number “${figureId}” here. What it was about may be gone, or it is not in this cycle. Escape ends.`
  if (state === 'failed') return 'The numbers could not be worked out. Load the page again. Escape ends.'
  return 'Working out what is behind the number …'
}
