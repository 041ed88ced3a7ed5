'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { find, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { valueFactors } from '../../../../../lib/domain/vocabulary.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'

type Props = { readonly caption: string; readonly snapshot: Snapshot; readonly ids: readonly string[] }

/** Exchanges with who gives, who gets, and what both say they are worth. */
export function ExchangeList({ caption, snapshot, ids }: Props) {
  const { select } = useView()
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  const rows = ids.flatMap((id) => find(snapshot, 'exchange', id) ?? [])
  return (
    <SortableTable
      isPart
      caption={caption}
      columns={[
        { key: 'what', title: 'What', value: ({ deliverable }) => deliverable },
        { key: 'from', title: 'From', value: ({ fromNodeId }) => nameOf(fromNodeId) },
        { key: 'to', title: 'To', value: ({ toNodeId }) => nameOf(toNodeId) },
        { key: 'kind', title: 'Kind', value: ({ kind }) => kind },
        { key: 'sender', title: 'Giver says', value: ({ valueBySender }) => valueBySender, isNumber: true },
        { key: 'receiver', title: 'Receiver says', value: ({ valueByReceiver }) => valueByReceiver, isNumber: true },
        { key: 'level', title: 'Level', value: ({ level }) => level },
        { key: 'factors', title: 'Factors', value: ({ factors }) => valueFactors.filter((each) => factors.includes(each)).join(', ') },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={({ id }) => select('exchange', id)}
      empty="Nothing is exchanged here."
    />
  )
}
