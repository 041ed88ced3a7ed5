'use client'
import { IfMayEdit } from '../../../../lib/client/may-edit.tsx'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { CommandName } from '../../../../lib/domain/command/call.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import rows from '../../../components/settings/rows.module.css'
import { IconButton } from '../../../components/ui/button.tsx'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { AddName } from './add-name.tsx'
import names from './names.module.css'
import { Part } from './part.tsx'

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
  const save = (recordId: string, set: Record<string, string | null>, revision: number) =>
    void mutate([{ name: command, input: { id: recordId, set, revision } }])
  return (
    <Part id={id} title={title} hint={hint} edits={entity}>
      <ul className={rows['rows']}>
        {listOf(snapshot, entity).map((record) => (
          <li key={record.id}>
            <span className={names['name']}>
              <EditText
                value={record.name}
                label="Name"
                place={{ entity, id: record.id, field: 'name' }}
                onSave={(name, revision) => save(record.id, { name }, revision)}
              />
            </span>
            {'email' in record && (
              <span className={names['name']}>
                <EditText
                  value={record.email ?? ''}
                  label={`E-mail of ${record.name}`}
                  placeholder="e-mail"
                  allowsEmpty
                  place={{ entity, id: record.id, field: 'email' }}
                  onSave={(email, revision) => save(record.id, { email: email === '' ? null : email }, revision)}
                />
              </span>
            )}
            <IfMayEdit>
              <IconButton size="small" label={`Delete ${record.name}`} onClick={() => void remove(entity, record.id)}>
                <Icon name="trash" size={14} />
              </IconButton>
            </IfMayEdit>
          </li>
        ))}
      </ul>
      <IfMayEdit>
        <AddName entity={entity} placeholder={placeholder} />
      </IfMayEdit>
    </Part>
  )
}
