'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Mark } from '../../../../lib/domain/entity.ts'
import { type MarkKind, markKinds } from '../../../../lib/domain/vocabulary.ts'
import { markWords } from '../../../components/history/reasons.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select, TextField } from '../../../components/ui/field.tsx'
import styles from './detail.module.css'
import { leaveOnEscape } from './leave.ts'

type Props = {
  /** the moment that gets a name, or the named snapshot that gets another */
  readonly about: { readonly revision: number; readonly at: string } | { readonly mark: Mark }
  readonly onClose: () => void
}

/** Gives a moment of the network a name, a kind and a note; or changes them. */
export function MomentForm({ about, onClose }: Props) {
  const mutate = useMutate()
  const known = 'mark' in about ? about.mark : null
  const [name, setName] = useState(known?.name ?? '')
  const [kind, setKind] = useState<MarkKind>(known?.kind ?? 'baseline')
  const [note, setNote] = useState(known?.note ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const set = { name: name.trim(), kind, note: note.trim() || null }
    const done = 'mark' in about ? call('mark.update', { id: about.mark.id, set }) : call('mark.create', { id: freshId('mark'), ...set, ...about })
    void mutate([done], { toast: known ? `Renamed to “${set.name}”` : `This moment is called “${set.name}”` })
    onClose()
  }
  return (
    <form
      className={styles['form']}
      aria-label={known ? `Rename “${known.name}”` : 'Name this moment'}
      onSubmit={submit}
      onKeyDown={leaveOnEscape(onClose)}
    >
      <TextField
        label="Name"
        required
        autoFocus
        maxLength={200}
        placeholder="such as “Before the merger”"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="It is a"
        value={kind}
        options={markKinds.map((each) => ({ value: each, label: markWords[each] }))}
        onChoose={(value) => setKind(markKinds.find((each) => each === value) ?? 'other')}
      />
      <TextField label="Note, if there is one" maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={styles['buttons']}>
        <Button type="submit" tone="primary" size="small" disabled={name.trim() === ''}>
          {known ? 'Save' : 'Name it'}
        </Button>
        <Button size="small" tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
