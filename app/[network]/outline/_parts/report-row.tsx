'use client'
import { useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { CheckInLine } from '../../../components/check-in/check-in-line.tsx'
import { ReadingForm } from '../../../components/health/reading-form.tsx'
import styles from './entry-rows.module.css'
import { useOutline } from './outline-context.ts'

/** The cell that had the focus gets it back: it is drawn as before, so nothing else would give it. */
function focusCell(within: Element | null | undefined): void {
  within?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus({ preventScroll: true })
}

/** A check-in in place, below its key result; or a reading, below its health metric. */
export function ReportRow({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const { run, state } = useOutline()
  const keyResult = find(snapshot, 'keyResult', row.id)
  const metric = find(snapshot, 'healthMetric', row.id)
  const place = useRef<HTMLDivElement>(null)
  const leave = () => {
    focusCell(place.current?.closest('[role=treegrid]'))
    state.setReporting(null)
    state.focusOn({ key: row.key, column: 'title' })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus
    <div ref={place} role="row" aria-level={levelOf[row.kind] + 1} className={styles['reportRow']}>
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
