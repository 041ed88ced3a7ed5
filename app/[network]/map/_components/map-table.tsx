'use client'

import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Exchange, Node } from '../../../../lib/domain/entity.ts'
import { type NodeLink, nodeNeeds } from '../../../../lib/domain/network/node-needs.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import screen from '../../../components/graph/screen.module.css'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import { closenessWords, percent } from '../../../components/graph/words.ts'
import { useWithChange } from '../../../components/time/with-change-column.tsx'
import { StatusBadge, statusWords } from '../../../components/ui/status-badge.tsx'

/** Everything that the map draws, as tables. */
export function MapTable({ kept }: { kept: ReadonlySet<string> | null }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const nodes = listOf(snapshot, 'node').filter(({ id }) => !kept || kept.has(id))
  const exchanges = listOf(snapshot, 'exchange').filter(({ fromNodeId, toNodeId }) => !kept || (kept.has(fromNodeId) && kept.has(toNodeId)))
  const links = nodeNeeds(assessment).links.filter(
    ({ supplierNodeId, consumerNodeId }) => !kept || (kept.has(supplierNodeId) && kept.has(consumerNodeId)),
  )
  return (
    <div className={screen['tables']}>
      <SortableTable
        caption="Nodes"
        columns={useWithChange('node', useNodeColumns())}
        rows={nodes}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('node', id)}
        empty="No node passes the filter."
      />
      <SortableTable
        caption="Exchanges"
        columns={useWithChange('exchange', useExchangeColumns())}
        rows={exchanges}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('exchange', id)}
        empty="Nothing is exchanged yet. Open a node and add an exchange."
      />
      <SortableTable
        caption="Needs between nodes"
        columns={useLinkColumns()}
        rows={links}
        keyOf={({ supplierNodeId, consumerNodeId }) => `${supplierNodeId} ${consumerNodeId}`}
        onOpen={({ consumerNodeId }) => select('node', consumerNodeId)}
        empty="No key result needs one of another node in this cycle."
      />
    </div>
  )
}

function useNodeColumns(): readonly Column<Node>[] {
  const { snapshot, assessment } = useNetwork()
  return useMemo(() => {
    const facts = (node: Node) => assessment.nodes.get(node.id)
    return [
      { key: 'name', title: 'Node', value: ({ name }) => name },
      { key: 'area', title: 'Value area', value: ({ areaId }) => find(snapshot, 'area', areaId)?.name ?? null },
      { key: 'closeness', title: 'Closeness', value: ({ closeness }) => closenessWords[closeness ?? 'contributing'] },
      {
        key: 'status',
        title: 'Worst status',
        value: (node) => (facts(node)?.worst ? statusWords[facts(node)?.worst ?? 'unknown'] : null),
        cell: (node) => {
          const worst = facts(node)?.worst
          return worst ? <StatusBadge status={worst} showWord /> : '–'
        },
      },
      { key: 'results', title: 'Key results', isNumber: true, value: (node) => facts(node)?.keyResults ?? 0 },
      {
        key: 'progress',
        title: 'Progress',
        isNumber: true,
        value: (node) => facts(node)?.progress.share ?? null,
        cell: (node) => percent(facts(node)?.progress.share ?? null),
      },
      { key: 'needs', title: 'Needs', isNumber: true, value: (node) => facts(node)?.needs ?? 0 },
      { key: 'gives', title: 'Gives', isNumber: true, value: (node) => facts(node)?.gives ?? 0 },
    ]
  }, [snapshot, assessment])
}

function useExchangeColumns(): readonly Column<Exchange>[] {
  const { snapshot } = useNetwork()
  return useMemo(
    () => [
      { key: 'deliverable', title: 'What', value: ({ deliverable }) => deliverable },
      { key: 'from', title: 'From', value: ({ fromNodeId }) => find(snapshot, 'node', fromNodeId)?.name ?? null },
      { key: 'to', title: 'To', value: ({ toNodeId }) => find(snapshot, 'node', toNodeId)?.name ?? null },
      { key: 'kind', title: 'Kind', value: ({ kind }) => kind },
      { key: 'sender', title: 'Giver’s rating', isNumber: true, value: ({ valueBySender }) => valueBySender },
      { key: 'receiver', title: 'Receiver’s rating', isNumber: true, value: ({ valueByReceiver }) => valueByReceiver },
    ],
    [snapshot],
  )
}

function useLinkColumns(): readonly Column<NodeLink>[] {
  const { snapshot } = useNetwork()
  return useMemo(
    () => [
      { key: 'consumer', title: 'Node that needs', value: ({ consumerNodeId }) => find(snapshot, 'node', consumerNodeId)?.name ?? null },
      { key: 'supplier', title: 'From', value: ({ supplierNodeId }) => find(snapshot, 'node', supplierNodeId)?.name ?? null },
      { key: 'count', title: 'Needs', isNumber: true, value: ({ count }) => count },
      { key: 'promised', title: 'Promised', isNumber: true, value: ({ promised }) => promised },
      { key: 'late', title: 'Late or overdue', isNumber: true, value: ({ late, overdue }) => late + overdue },
      { key: 'worst', title: 'Worst', value: ({ worst }) => worst },
    ],
    [snapshot],
  )
}
