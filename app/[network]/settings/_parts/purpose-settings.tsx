'use client'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Patch } from '../../../../lib/domain/command/records.ts'
import type { Network } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { EditText } from '../../../components/ui/edit-text.tsx'
import { Select } from '../../../components/ui/field.tsx'
import { Part } from './part.tsx'
import styles from './purpose-settings.module.css'

const fields = [
  { field: 'name', label: 'Name', isMultiline: false },
  { field: 'vision', label: 'Vision', isMultiline: true },
  { field: 'mission', label: 'Mission', isMultiline: true },
  { field: 'valueProposition', label: 'Value proposition', isMultiline: true },
] as const

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function timeZones(present: string | null): string[] {
  return [...new Set(['UTC', ...(present ? [present] : []), ...Intl.supportedValuesOf('timeZone')])]
}

/** What the network is called and why it exists: the core of the map. */
export function PurposeSettings() {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const network = networkOf(snapshot)
  const save = (set: Patch<'network'>, revision?: number) =>
    void mutate([call('network.update', { id: network.id, set, ...(revision === undefined ? {} : { revision }) })])
  return (
    <Part id="purpose" title="Name and purpose" edits="network">
      <dl className={styles['fields']}>
        {fields.map(({ field, label, isMultiline }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <EditText
                value={network[field] ?? ''}
                label={label}
                isMultiline={isMultiline}
                allowsEmpty={field !== 'name'}
                placeholder={`Add ${label === 'Name' ? 'a name' : `the ${label.toLowerCase()}`}`}
                place={{ entity: 'network', id: network.id, field }}
                onSave={(text, revision) => save({ [field]: text === '' ? null : text }, revision)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Frame network={network} save={save} />
    </Part>
  )
}

type FrameProps = { readonly network: Network; readonly save: (set: Patch<'network'>) => void }

/** When days begin and which month a year begins with. */
function Frame({ network, save }: FrameProps) {
  const isFixed = useRefusal() !== null
  return (
    <div className={styles['selects']}>
      <Select
        disabled={isFixed}
        label="Time zone"
        hint="Days begin and end here"
        value={network.timeZone ?? 'UTC'}
        options={timeZones(network.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        onChoose={(timeZone) => save({ timeZone })}
      />
      <Select
        disabled={isFixed}
        label="The year begins in"
        hint="Decides what “Q1” means"
        value={String(network.fiscalYearStartMonth ?? 1)}
        options={months.map((label, at) => ({ value: String(at + 1), label }))}
        onChoose={(month) => save({ fiscalYearStartMonth: Number(month) })}
      />
    </div>
  )
}
