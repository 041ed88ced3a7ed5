'use client'

import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMayAdd, useRefusal } from '../../../lib/client/who.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { asId, type Id } from '../../../lib/domain/ids.ts'
import { find, listOf } from '../../../lib/domain/snapshot.ts'
import { Combobox } from '../../components/ui/combobox.tsx'
import styles from './field.module.css'
import { ReadField } from './read-field.tsx'

type Props = {
  readonly label: string
  readonly value: string | null
  /** the commands that put this person in the place */
  readonly assign: (personId: Id<'person'> | null) => readonly CommandCall[]
}

/** Chooses a person by name; a name that nobody has yet makes the person in the same step. */
export function OwnerField({ label, value, assign }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const mayAdd = useMayAdd('person')
  const refusal = useRefusal()
  const create = (name: string) => {
    const personId = freshId('person')
    void mutate([{ name: 'person.create', input: { id: personId, name } }, ...assign(personId)])
  }
  if (refusal !== null) return <ReadField label={label} text={find(snapshot, 'person', value)?.name ?? 'nobody yet'} />
  return (
    <div className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <Combobox
        label={label}
        value={value}
        options={listOf(snapshot, 'person').map(({ id, name, email }) => ({ id, label: name, ...(email ? { hint: email } : {}) }))}
        placeholder="nobody yet"
        canClear
        createWord="Add"
        {...(mayAdd ? { onCreate: create } : {})}
        onChange={(id) => void mutate(assign(id === null ? null : asId<'person'>(id)))}
      />
    </div>
  )
}
