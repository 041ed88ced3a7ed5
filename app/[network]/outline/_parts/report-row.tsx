'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { CheckInLine } from '../../../components/check-in/check-in-line.tsx'
import { ReadingForm } from '../../../components/health/reading-form.tsx'
import styles from './entry-rows.module.css'
import { useOutline } from './outline-context.ts'

/** A check-in in place, below its key result; or a reading, below its health metric. */
export function ReportRow({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const { run, state } = useOutline()
  const keyResult = find(snapshot, 'keyResult', row.id)
  const metric = find(snapshot, 'healthMetric', row.id)
  const leave = () => {
    state.setReporting(null)
    state.focusOn({ key: row.key, column: 'title' })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus
    <div role="row" aria-level={levelOf[row.kind] + 1} className={styles['reportRow']}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus */}
      <div role="gridcell">
        {row.kind === 'kr' && keyResult && (
          <CheckInLine keyResult={keyResult} className={styles['report']} onSave={(call) => run([call], 'Checked in')} onLeave={leave} />
        )}
        {row.kind === 'health' && metric && (
          <ReadingForm metric={metric} className={styles['report']} onSave={(call) => run([call], 'Kept')} onLeave={leave} />
        )}
      </div>
    </div>
  )
}
