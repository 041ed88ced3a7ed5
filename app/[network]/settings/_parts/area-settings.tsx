'use client'
import { IfMayEdit } from '../../../../lib/client/may-edit.tsx'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { call } from '../../../../lib/domain/command/call.ts'
import { countReferring, listOf } from '../../../../lib/domain/snapshot.ts'
import rows from '../../../components/settings/rows.module.css'
import card from '../../../components/settings/settings-card.module.css'
import { AreaColour } from '../../../components/ui/area-colour.tsx'
import { IconButton } from '../../../components/ui/button.tsx'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { AddName } from './add-name.tsx'
import names from './names.module.css'
import { Part } from './part.tsx'

/** The kinds of value: named, coloured, added and deleted here or in the outline. */
export function AreaSettings() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const remove = useDelete()
  return (
    <Part id="areas" title="Value areas" edits="area">
      <ul className={rows['rows']}>
        {listOf(snapshot, 'area').map((area) => (
          <li key={area.id}>
            <span className={names['name']}>
              <EditText
                value={area.name}
                label="Name of the value area"
                place={{ entity: 'area', id: area.id, field: 'name' }}
                onSave={(name, revision) => void mutate([call('area.update', { id: area.id, set: { name }, revision })])}
              />
            </span>
            <IfMayEdit>
              <AreaColour areaId={area.id} />
            </IfMayEdit>
            <span className={card['hint']}>{countReferring(snapshot, 'node', 'areaId', area.id)} nodes</span>
            <IfMayEdit>
              <IconButton size="small" label={`Delete ${area.name}`} onClick={() => void remove('area', area.id)}>
                <Icon name="trash" size={14} />
              </IconButton>
            </IfMayEdit>
          </li>
        ))}
      </ul>
      <IfMayEdit>
        <AddName entity="area" placeholder="Name a value area" />
      </IfMayEdit>
    </Part>
  )
}
