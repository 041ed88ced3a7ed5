'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import type { Measuring } from '../../../../lib/client/measure/use-measures.ts'
import { Button } from '../../../components/ui/button.tsx'
import { insightActions } from './actions.ts'
import styles from './progress.module.css'
import { stepNow } from './steps.ts'

/** How far measuring is, where that takes long enough to be told, and the way to give it up. The place is kept, so that nothing jumps. */
export function Progress({ state, stop, again }: Measuring) {
  const { share, step, failure } = state
  useAction(insightActions.stop, stop, { enabled: share !== null })
  return (
    <div className={styles['progress']}>
      <div role="status">
        {share !== null && (
          <>
            <progress value={share} max={1} aria-label="Measuring" />
            <span>{stepNow(state)} …</span>
          </>
        )}
        {step === 'stopped' && <span>Stopped before {stepNow(state)}. What is known by now stands here.</span>}
        {step === 'failed' && <span>This could not be worked out: {failure}. Reload the page to try again.</span>}
      </div>
      {share !== null && (
        <Button size="small" tone="quiet" onClick={stop} title="Stop (Escape)">
          Stop
        </Button>
      )}
      {step === 'stopped' && (
        <Button size="small" onClick={again}>
          Work it out
        </Button>
      )}
    </div>
  )
}
