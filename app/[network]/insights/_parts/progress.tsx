import type { MeasureState } from '../../../../lib/client/measure/measures.ts'
import styles from './progress.module.css'
import { stepNow } from './steps.ts'

/** How far measuring is, where that takes long enough to be told. The place is kept, so that nothing jumps. */
export function Progress({ state }: { readonly state: MeasureState }) {
  const { share, step, failure } = state
  return (
    <div className={styles['progress']} role="status">
      {share !== null && (
        <>
          <progress value={share} max={1} aria-label="Measuring" />
          <span>{stepNow(state)} …</span>
        </>
      )}
      {step === 'failed' && <span>This could not be worked out: {failure}. Reload the page to try again.</span>}
    </div>
  )
}
