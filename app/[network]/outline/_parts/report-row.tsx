'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { CheckInLine } from '../../../components/check-in/check-in-line.tsx'
import styles from './entry-rows.module.css'
import { useOutline } from './outline-context.ts'

/** A check-in in place, below its key result. */
export function ReportRow({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const { run, state } = useOutline()
  const keyResult = find(snapshot, 'keyResult', row.id)
  if (!keyResult) return null
  const leave = () => {
    state.setReporting(null)
    state.focusOn({ key: row.key, column: 'title' })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus
    <div role="row" aria-level={levelOf.kr + 1} className={styles['reportRow']}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus */}
      <div role="gridcell">
        <CheckInLine keyResult={keyResult} className={styles['report']} onSave={(call) => run([call], 'Checked in')} onLeave={leave} />
      </div>
    </div>
  )
}
