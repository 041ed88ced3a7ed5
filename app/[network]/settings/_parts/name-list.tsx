'use client'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { CommandName } from '../../../../lib/domain/command/call.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { IconButton } from '../../../components/ui/button.tsx'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { AddName } from './add-name.tsx'
import styles from './settings.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly entity: 'goal' | 'person' | 'team'
  readonly hint: string
  readonly placeholder: string
}

/** Records that are little more than a name. */
export function NameList({ id, title, entity, hint, placeholder }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const remove = useDelete()
  const command: CommandName = `${entity}.update`
  const save = (recordId: string, set: Record<string, string | null>) => void mutate([{ name: command, input: { id: recordId, set } }])
  return (
    <section id={id} className={styles['part']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className={styles['hint']}>{hint}</p>
      <ul className={styles['rows']}>
        {listOf(snapshot, entity).map((record) => (
          <li key={record.id}>
            <span className={styles['grow']}>
              <EditText value={record.name} label="Name" onSave={(name) => save(record.id, { name })} />
            </span>
            {'email' in record && (
              <span className={styles['grow']}>
                <EditText
                  value={record.email ?? ''}
                  label={`E-mail of ${record.name}`}
                  placeholder="e-mail"
                  allowsEmpty
                  onSave={(email) => save(record.id, { email: email === '' ? null : email })}
                />
              </span>
            )}
            <IconButton size="small" label={`Delete ${record.name}`} onClick={() => void remove(entity, record.id)}>
              <Icon name="trash" size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddName entity={entity} placeholder={placeholder} />
    </section>
  )
}
