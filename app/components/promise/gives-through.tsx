'use client'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../lib/client/who.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { nodesOfPromise } from '../../../lib/domain/promise/stand.ts'
import { find, listOf, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { Combobox } from '../ui/combobox.tsx'
import styles from './promise.module.css'

/** The key results of a node that could give what is needed, those of the cycle of the need first. */
function candidates(snapshot: Snapshot, need: Dependency, nodeId: string | null) {
  const cycleOf = (objectiveId: string) => find(snapshot, 'objective', objectiveId)?.cycleId
  const consumer = find(snapshot, 'keyResult', need.consumerKeyResultId)
  const cycleId = consumer && cycleOf(consumer.objectiveId)
  return listOf(snapshot, 'keyResult').filter(
    ({ id, objectiveId }) =>
      find(snapshot, 'objective', objectiveId)?.nodeId === nodeId && cycleOf(objectiveId) === cycleId && id !== need.consumerKeyResultId,
  )
}

/** A new key result under the node's first objective of the cycle, which is made where there is none. */
function newKeyResult(snapshot: Snapshot, { nodeId, cycleId, title }: { nodeId: string; cycleId: string; title: string }) {
  const objective = referring(snapshot, 'objective', 'nodeId', nodeId).find((each) => each.cycleId === cycleId)
  const objectiveId = objective?.id ?? freshId('objective')
  const id = freshId('keyResult')
  const place = { nodeId: asId<'node'>(nodeId), cycleId: asId<'cycle'>(cycleId) }
  const calls: CommandCall[] = [
    ...(objective ? [] : [call('objective.create', { id: asId<'objective'>(objectiveId), ...place, title: 'What others need from us' })]),
    call('keyResult.create', { id, objectiveId: asId<'objective'>(objectiveId), title, metric: { kind: 'boolean' } }),
  ]
  return { id, calls }
}

type Props = { readonly need: Dependency; readonly value: string | null; readonly onChange: (keyResultId: string | null) => void }

/** The key result through which a node gives what it promises: one of its own, or a new one by its name. */
export function GivesThrough({ need, value, onChange }: Props) {
  const { snapshot, assessment } = useNetwork()
  const mutate = useMutate()
  const may = useMayAsk()
  const nodeId = nodesOfPromise(snapshot, need).supplier
  const cycleId = assessment.keyResults.get(need.consumerKeyResultId)?.cycleId ?? null
  const options = candidates(snapshot, need, nodeId).map(({ id, title }) => ({ id, label: title }))
  const mayMake = nodeId !== null && cycleId !== null && may('node', find(snapshot, 'node', nodeId))
  const create = (title: string) => {
    if (nodeId === null || cycleId === null) return
    const { id, calls } = newKeyResult(snapshot, { nodeId, cycleId, title })
    void mutate(calls, { toast: `Added “${title}”` }).then((done) => done && onChange(id))
  }
  return (
    <div className={styles['reason']}>
      <span>Given through</span>
      <Combobox
        label="Key result that gives it"
        value={value ?? need.supplierKeyResultId}
        options={options}
        onChange={onChange}
        placeholder="A key result of ours (optional)"
        createWord="Add key result"
        {...(mayMake ? { onCreate: create } : {})}
      />
    </div>
  )
}
