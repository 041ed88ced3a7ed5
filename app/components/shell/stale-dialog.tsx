'use client'
import { nameOfActor } from '../../../lib/client/drafts/actor-name.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Asked } from '../../../lib/client/prompt.ts'
import { useShortAgo } from '../../../lib/client/seconds-ago.ts'
import type { StaleEdit, StaleField } from '../../../lib/client/stale-edit.ts'
import { fieldWord } from '../../../lib/domain/summary.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './stale-dialog.module.css'

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Who changed a field and how long ago; it counts up while somebody decides. */
function Since({ by, at }: { readonly by: string; readonly at: string }) {
  return (
    <p className={styles['since']}>
      {by} changed this {useShortAgo(Date.parse(at))}.
    </p>
  )
}

function newest(fields: readonly StaleField[]): StaleField | undefined {
  return fields.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0]
}

/** Shows both values where somebody else changed the same field, and lets the person choose. */
export function StaleDialog({ asked }: { readonly asked: Asked<StaleEdit, 'mine' | 'theirs'> }) {
  const { snapshot, me } = useNetwork()
  const { name, fields } = asked.question
  const last = newest(fields)
  const isOwn = last?.by !== undefined && last.by === me.personId
  const by = isOwn ? 'You' : nameOfActor(snapshot, last?.by ?? null)
  return (
    <Dialog
      open
      title={`${by} changed “${name}” ${isOwn ? 'elsewhere ' : ''}while you were editing`}
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
      {last?.at && <Since by={by} at={last.at} />}
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
      <p className={styles['after']}>Keep yours, and undo brings theirs back. Take theirs, and yours can still be copied.</p>
    </Dialog>
  )
}
