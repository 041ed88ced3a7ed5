'use client'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { IfMayEdit } from '../../../../lib/client/may-edit.tsx'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { quarterOf } from '../../../../lib/client/quarter.ts'
import { useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import { useRefusal } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Patch } from '../../../../lib/domain/command/records.ts'
import type { Cycle } from '../../../../lib/domain/entity.ts'
import { readDay } from '../../../../lib/domain/quick-add/due.ts'
import { countReferring, listOf } from '../../../../lib/domain/snapshot.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { cyclePhases } from '../../../../lib/domain/vocabulary.ts'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Select } from '../../../components/ui/field.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { Part } from './part.tsx'
import table from './table.module.css'

function CycleRow({ cycle }: { readonly cycle: Cycle }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const remove = useDelete()
  const context = useQuickAddContext()
  const isFixed = useRefusal() !== null
  const save = (set: Patch<'cycle'>, revision?: number) =>
    void mutate([call('cycle.update', { id: cycle.id, set, ...(revision === undefined ? {} : { revision }) })])
  const placeOf = (field: string) => ({ entity: 'cycle', id: cycle.id, field }) as const
  const saveDay = (field: 'startsOn' | 'endsOn', text: string, revision: number) => {
    const day = readDay(text, { ...context, cycle: null })
    if (day) save({ [field]: day }, revision)
    else showToast(`“${text}” is not a day. Write it like 31 Mar 2027 or 2027-03-31.`, { tone: 'error' })
  }
  return (
    <tr>
      <th scope="row">
        <EditText value={cycle.name} label="Name of the cycle" place={placeOf('name')} onSave={(name, revision) => save({ name }, revision)} />
      </th>
      <td>
        <EditText
          value={cycle.startsOn}
          label="First day"
          place={placeOf('startsOn')}
          onSave={(text, revision) => saveDay('startsOn', text, revision)}
        />
      </td>
      <td>
        <EditText value={cycle.endsOn} label="Last day" place={placeOf('endsOn')} onSave={(text, revision) => saveDay('endsOn', text, revision)} />
      </td>
      <td>
        <Select
          label={`Phase of ${cycle.name}`}
          isLabelHidden
          disabled={isFixed}
          value={cycle.phase ?? ''}
          options={[
            ...(cycle.phase === null ? [{ value: '', label: 'not said' }] : []),
            ...cyclePhases.map((phase) => ({ value: phase, label: phase })),
          ]}
          onChoose={(value) => save({ phase: cyclePhases.find((phase) => phase === value) ?? null })}
        />
      </td>
      <td>{countReferring(snapshot, 'objective', 'cycleId', cycle.id)}</td>
      <td>
        <IfMayEdit>
          <IconButton size="small" label={`Delete ${cycle.name}`} onClick={() => void remove('cycle', cycle.id)}>
            <Icon name="trash" size={14} />
          </IconButton>
        </IfMayEdit>
      </td>
    </tr>
  )
}

/** The periods that objectives are set for. */
export function CycleSettings() {
  const { snapshot, today } = useNetwork()
  const mutate = useMutate()
  const cycles = listOf(snapshot, 'cycle')
  const add = () => {
    const last = cycles.reduce((latest, { endsOn }) => (endsOn > latest ? endsOn : latest), '')
    const next = quarterOf(last === '' ? today : addDays(last, 1))
    const startsOn = last === '' ? next.startsOn : addDays(last, 1)
    void mutate([call('cycle.create', { ...next, id: freshId('cycle'), startsOn, phase: last === '' ? 'active' : 'draft' })])
  }
  return (
    <Part id="cycles" title="Cycles" edits="cycle">
      {cycles.length > 0 && (
        <div className={table['scroll']}>
          <table className={table['tight']}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">First day</th>
                <th scope="col">Last day</th>
                <th scope="col">Phase</th>
                <th scope="col">Objectives</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {cycles.map((cycle) => (
                <CycleRow key={cycle.id} cycle={cycle} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <IfMayEdit>
        <Button onClick={add}>
          <Icon name="plus" size={14} /> {cycles.length === 0 ? 'Add this quarter' : 'Add the next quarter'}
        </Button>
      </IfMayEdit>
    </Part>
  )
}
