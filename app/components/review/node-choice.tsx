'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { find, listOf } from '../../../lib/domain/snapshot.ts'
import { Chip } from '../ui/chip.tsx'
import { Combobox } from '../ui/combobox.tsx'
import styles from './node-choice.module.css'

function useNodeOptions(without: readonly (string | null)[]) {
  const { snapshot } = useNetwork()
  return useMemo(() => {
    const left = new Set(without)
    const nodes = listOf(snapshot, 'node').filter(({ id }) => !left.has(id))
    return nodes.map(({ id, name, areaId }) => ({ id, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))
  }, [snapshot, without])
}

type OneProps = {
  readonly label: string
  readonly value: string | null
  readonly without?: readonly (string | null)[]
  readonly placeholder?: string
  readonly canClear?: boolean
  readonly onChange: (id: string | null) => void
}

const nothing: readonly string[] = []

/** One node, found by a few letters. */
export function NodeChoice({ label, value, without = nothing, placeholder = 'Choose a node', canClear = false, onChange }: OneProps) {
  const options = useNodeOptions(without)
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{label}</span>
      <Combobox label={label} value={value} options={options} placeholder={placeholder} canClear={canClear} onChange={onChange} />
    </div>
  )
}

type ManyProps = {
  readonly label: string
  readonly values: readonly string[]
  readonly without: string | null
  readonly onChange: (ids: readonly string[]) => void
}

/** Several nodes, each found by a few letters. */
export function NodesChoice({ label, values, without, onChange }: ManyProps) {
  const { snapshot } = useNetwork()
  const left = useMemo(() => [...values, without], [values, without])
  const options = useNodeOptions(left)
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? 'a node that is not there'
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{label}</span>
      <div className={styles['chips']}>
        {values.map((id) => (
          <Chip key={id} removeLabel={`Leave out ${nameOf(id)}`} onRemove={() => onChange(values.filter((each) => each !== id))}>
            {nameOf(id)}
          </Chip>
        ))}
        <Combobox
          label={label}
          value={null}
          placeholder={values.length === 0 ? 'Choose a node' : 'and another'}
          options={options}
          onChange={(id) => id !== null && onChange([...values, id])}
        />
      </div>
    </div>
  )
}
