'use client'
import type { StaleEdit } from '../../../lib/client/mutate.ts'
import type { Asked } from '../../../lib/client/prompt.ts'
import { fieldWord } from '../../../lib/domain/summary.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './stale-dialog.module.css'

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Shows both values where somebody else changed the same field, and lets the person choose. */
export function StaleDialog({ asked }: { readonly asked: Asked<StaleEdit, 'mine' | 'theirs'> }) {
  const { name, fields } = asked.question
  return (
    <Dialog
      open
      title={`Somebody changed “${name}” while you were editing`}
      onClose={() => asked.answer('theirs')}
      footer={
        <>
          <Button onClick={() => asked.answer('theirs')}>Take theirs</Button>
          <Button tone="primary" onClick={() => asked.answer('mine')}>
            Keep mine
          </Button>
        </>
      }
    >
      <table className={styles['values']}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Yours</th>
            <th scope="col">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, yours, theirs }) => (
            <tr key={field}>
              <th scope="row">{fieldWord(field)}</th>
              <td>{valueText(yours)}</td>
              <td>{valueText(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
