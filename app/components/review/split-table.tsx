'use client'
import { type KeyboardEvent, useId } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { partyIn } from '../../../lib/domain/people/party.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { mostParts, type PlanDraft, takeable } from './plan-draft.ts'
import review from './review.module.css'
import styles from './split-table.module.css'

type Props = { readonly nodeId: string; readonly draft: PlanDraft; readonly set: (change: Partial<PlanDraft>) => void }

/** Names the parts of a node, and says which of them takes what: a row for each thing, a column for each part. */
export function SplitTable({ nodeId, draft, set }: Props) {
  const { snapshot } = useNetwork()
  const { partNames } = draft
  const node = find(snapshot, 'node', nodeId)
  const rename = (at: number, name: string) => set({ partNames: partNames.map((each, place) => (place === at ? name : each)) })
  const drop = (at: number) =>
    set({
      partNames: partNames.filter((_, place) => place !== at),
      partOf: Object.fromEntries(Object.entries(draft.partOf).flatMap(([id, part]) => (part === at ? [] : [[id, part > at ? part - 1 : part]]))),
    })
  return (
    <>
      <div className={styles['parts']}>
        {partNames.map((name, at) => (
          <div key={at} className={styles['part']}>
            <TextField
              label={at === 0 ? 'First part: keeps the links and what no other takes' : `Part ${at + 1}`}
              value={name}
              placeholder={at === 0 ? (node?.name ?? '') : 'Name of the new node'}
              onChange={(event) => rename(at, event.currentTarget.value)}
            />
            {partNames.length > 2 && at > 0 && (
              <Button size="small" tone="quiet" aria-label={`Leave out part ${at + 1}`} onClick={() => drop(at)}>
                Leave out
              </Button>
            )}
          </div>
        ))}
        {partNames.length < mostParts && (
          <Button size="small" onClick={() => set({ partNames: [...partNames, ''] })}>
            Add a part
          </Button>
        )}
      </div>
      <Assignment nodeId={nodeId} draft={draft} set={set} />
    </>
  )
}

function useRows(nodeId: string) {
  const { snapshot } = useNetwork()
  const { objectives, exchanges, participations } = takeable(snapshot, nodeId)
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  return [
    ...objectives.map(({ id, title }) => ({ id, kind: 'objective', text: title })),
    ...exchanges.map(({ id, deliverable, fromNodeId, toNodeId }) => ({
      id,
      kind: 'exchange',
      text: fromNodeId === nodeId ? `gives ${nameOf(toNodeId)} “${deliverable}”` : `gets “${deliverable}” from ${nameOf(fromNodeId)}`,
    })),
    ...participations.map((each) => ({ id: each.id, kind: 'takes part', text: partyIn(snapshot, each)?.name ?? 'somebody who has left' })),
  ]
}

function usePartName(nodeId: string, names: readonly string[]): (at: number) => string {
  const { snapshot } = useNetwork()
  const own = find(snapshot, 'node', nodeId)?.name ?? 'First part'
  return (at) => names[at]?.trim() || (at === 0 ? own : `Part ${at + 1}`)
}

function Assignment({ nodeId, draft, set }: Props) {
  const rows = useRows(nodeId)
  const group = useId()
  const { partNames, partOf } = draft
  const partName = usePartName(nodeId, partNames)
  const give = (id: string, part: number) => set({ partOf: { ...partOf, [id]: part } })
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const part = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1
    if (part < 0 || part >= partNames.length) return
    event.preventDefault()
    give(id, part)
    const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>('input')
    inputs[part]?.focus()
  }
  if (rows.length === 0) return <p className={review['quiet']}>Nothing lives on this node yet: there is nothing to share out.</p>
  return (
    <div className={styles['assign']}>
      <table>
        <caption>Who takes what. Arrows or the number of a part choose, Tab goes on.</caption>
        <thead>
          <tr>
            <th scope="col">On the node now</th>
            {partNames.map((_, at) => (
              <th key={at} scope="col">
                {at + 1} <span>{partName(at)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, kind, text }) => (
            <tr key={id} onKeyDown={(event) => onKeyDown(event, id)}>
              <th scope="row">
                <em>{kind}</em> {text}
              </th>
              {partNames.map((_, at) => (
                <td key={at}>
                  <label>
                    <span className="visually-hidden">
                      {text}: {partName(at)}
                    </span>
                    <input type="radio" name={`${group}-${id}`} checked={(partOf[id] ?? 0) === at} onChange={() => give(id, at)} />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
