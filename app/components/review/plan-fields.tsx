'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { listOf } from '../../../lib/domain/snapshot.ts'
import type { ProposalKind } from '../../../lib/domain/vocabulary.ts'
import { Select, TextField } from '../ui/field.tsx'
import { NodeChoice, NodesChoice } from './node-choice.tsx'
import type { PlanDraft } from './plan-draft.ts'
import styles from './plan-fields.module.css'
import { SplitTable } from './split-table.tsx'

type Props = { readonly draft: PlanDraft; readonly set: (change: Partial<PlanDraft>) => void }

const kinds: readonly (readonly [ProposalKind, string, string])[] = [
  ['add', 'Add', 'a node that is missing'],
  ['merge', 'Merge', 'nodes that do the same'],
  ['split', 'Split', 'one that does too much'],
  ['retire', 'Retire', 'one that is done'],
]

/** What kind of change it is: arrows choose. */
export function KindChoice({ draft, set }: Props) {
  return (
    <fieldset className={styles['kinds']}>
      <legend className="visually-hidden">What to change</legend>
      {kinds.map(([kind, word, hint]) => (
        <label key={kind} data-chosen={draft.kind === kind || undefined}>
          {/* biome-ignore lint/a11y/noAutofocus: the first question of a dialog that somebody has just opened */}
          <input type="radio" name="plan-kind" checked={draft.kind === kind} autoFocus={draft.kind === kind} onChange={() => set({ kind })} />
          <strong>{word}</strong>
          <span>{hint}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What a plan of that kind has to say. */
export function PlanFields({ draft, set }: Props) {
  const [nodeId = null] = draft.nodeIds
  const setNode = (id: string | null) => set({ nodeIds: id === null ? [] : [id], partOf: {} })
  switch (draft.kind) {
    case 'add':
      return <AddFields draft={draft} set={set} />
    case 'merge':
      return (
        <>
          <NodesChoice
            label="What becomes part of another node"
            values={draft.nodeIds}
            without={draft.intoId}
            onChange={(nodeIds) => set({ nodeIds })}
          />
          <NodeChoice label="The node that stays" value={draft.intoId} without={draft.nodeIds} onChange={(intoId) => set({ intoId })} />
          <TextField label="Its new name, if it gets one" value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        </>
      )
    case 'split':
      return (
        <>
          <NodeChoice label="The node to split" value={nodeId} onChange={setNode} />
          {nodeId !== null && <SplitTable nodeId={nodeId} draft={draft} set={set} />}
        </>
      )
    case 'retire':
      return (
        <>
          <NodeChoice label="The node to retire" value={nodeId} without={[draft.heirId]} onChange={setNode} />
          <NodeChoice
            label="Who takes over what lives on it"
            value={draft.heirId}
            without={draft.nodeIds}
            placeholder="Nobody: it goes along"
            canClear
            onChange={(heirId) => set({ heirId })}
          />
        </>
      )
  }
}

function AddFields({ draft, set }: Props) {
  const { snapshot } = useNetwork()
  return (
    <>
      <TextField label="Name of the node" value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      <Select
        label="Value area"
        value={draft.areaId ?? ''}
        options={[{ value: '', label: 'Choose an area' }, ...listOf(snapshot, 'area').map(({ id, name }) => ({ value: id, label: name }))]}
        onChoose={(areaId) => set({ areaId: areaId || null })}
      />
      <TextField label="What it is for" value={draft.description} onChange={(event) => set({ description: event.currentTarget.value })} />
    </>
  )
}
