'use client'
import { type FormEvent, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import type { CommandName } from '../../../../lib/domain/command/call.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import names from './names.module.css'

export type NamedEntity = 'area' | 'goal' | 'person' | 'team'

/** A field for one more name; Enter adds it and waits for the next. */
export function AddName({ entity, placeholder }: { readonly entity: NamedEntity; readonly placeholder: string }) {
  const mutate = useMutate()
  const [name, setName] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const command: CommandName = `${entity}.create`
    void mutate([{ name: command, input: { id: freshId(entity), name: name.trim() } }])
    setName('')
  }
  return (
    <form className={names['add']} onSubmit={add}>
      <TextField label={placeholder} isLabelHidden placeholder={placeholder} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit">Add</Button>
    </form>
  )
}
