'use client'
import { type FormEvent, useState } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Person } from '../../../../lib/domain/entity.ts'
import { get, listOf } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './add-participation.module.css'

/** Says who a placeholder is: by a name, or by somebody who is here already. What hung on it stays. */
export function NamePlaceholder({ person }: { readonly person: Person }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const may = useMay('person', person)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  if (!may) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void mutate([call('person.name', { id: person.id, name: name.trim() })], { toast: `${person.name} is ${name.trim()}` })
  }
  const merge = (into: string | null) => {
    if (into === null) return
    const known = get(snapshot, 'person', into)
    void mutate([call('person.name', { id: person.id, into: known.id })], { toast: `${person.name} is ${known.name}` })
  }
  if (!isOpen)
    return (
      <button type="button" className={styles['add']} onClick={() => setOpen(true)}>
        say who it is
      </button>
    )
  const known = listOf(snapshot, 'person').filter(({ isPlaceholder }) => !isPlaceholder)
  return (
    <form className={styles['naming']} aria-label={`Who is ${person.name}?`} onSubmit={submit}>
      <TextField label="Name" autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" size="small" tone="primary" disabled={name.trim() === ''}>
        Name
      </Button>
      {known.length > 0 && (
        <Combobox
          label="Somebody who is here already"
          value={null}
          placeholder="or somebody who is here"
          options={known.map(({ id, name: label }) => ({ id, label }))}
          onChange={merge}
        />
      )}
    </form>
  )
}
