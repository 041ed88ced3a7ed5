'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { call } from '../../../../lib/domain/command/call.ts'
import type { WhatIf } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './what-if.module.css'

type Props = {
  readonly edits: readonly WhatIfEdit[]
  /** the kept one that gets another name; null makes a new one */
  readonly record: WhatIf | null
  readonly onKept: (id: string) => void
  readonly onClose: () => void
}

/** Gives a what-if a name, and so an address that stays. */
export function KeepDialog({ edits, record, onKept, onClose }: Props) {
  const { who } = useNetwork()
  const mutate = useMutate()
  const [name, setName] = useState(record?.name ?? '')
  const [note, setNote] = useState(record?.note ?? '')
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const id = record?.id ?? freshId('whatIf')
    const said = { name: name.trim(), note: note.trim() || null }
    const ownerId = who.personId === null ? null : asId<'person'>(who.personId)
    const calls = record
      ? [call('whatIf.update', { id, set: { ...said, edits: [...edits] } })]
      : [call('whatIf.create', { id, ...said, edits: [...edits], ownerId })]
    if (await mutate(calls, { toast: record ? 'Kept as it is now.' : `“${said.name}” is kept. Its address stays.` })) onKept(id)
  }
  return (
    <Dialog open size="small" title={record ? 'Name and note' : 'Keep under a name'} onClose={onClose}>
      <form className={styles['form']} onSubmit={keep}>
        <TextField label="Name" maxLength={200} autoFocus required value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextField
          label="Note"
          hint="Why it was thought through, and what came of it."
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <p className={styles['quiet']}>What is supposed is kept, not what would come of it: that is worked out anew on the network of the day.</p>
        <Button type="submit" tone="primary" disabled={name.trim() === ''}>
          Keep
        </Button>
      </form>
    </Dialog>
  )
}
