'use client'

import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { type NodeLink, nodeNeeds } from '../../../../lib/domain/network/node-needs.ts'
import type { DependencyAssessment } from '../../../../lib/domain/okr/assessment.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import type { ChainCardInput, ChainInput } from '../../../../lib/layout/input.ts'
import screen from '../../../components/graph/screen.module.css'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import { needInWords, percent } from '../../../components/graph/words.ts'
import { useWithChange } from '../../../components/time/with-change-column.tsx'
import { StatusBadge, statusWords } from '../../../components/ui/status-badge.tsx'

/** Everything that the chain draws, as tables: the needs, and the key results or nodes. */
export function ChainTable({ level, keep }: { level: ChainInput['level']; keep: ChainInput }) {
  const { assessment } = useNetwork()
  const { select } = useView()
  const needs = keep.needs.flatMap(({ id }) => assessment.dependencies.get(id) ?? [])
  const needColumns = useWithChange('dependency', useNeedColumns())
  const linkColumns = useLinkColumns()
  const cardColumns = useWithChange('keyResult', useCardColumns())
  if (level === 'node')
    return (
      <div className={screen['tables']}>
        <SortableTable
          caption="Needs between nodes"
          columns={linkColumns}
          rows={nodeNeeds(assessment).links}
          keyOf={({ supplierNodeId, consumerNodeId }) => `${supplierNodeId} ${consumerNodeId}`}
          onOpen={({ consumerNodeId }) => select('node', consumerNodeId)}
          empty="No key result needs one of another node in this cycle."
        />
      </div>
    )
  return (
    <div className={screen['tables']}>
      <SortableTable
        caption="Needs"
        columns={needColumns}
        rows={needs}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('need', id)}
        empty="No need passes the filter."
      />
      <SortableTable
        caption="Key results"
        columns={cardColumns}
        rows={keep.cards}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('kr', id)}
        empty="No key result passes the filter."
      />
    </div>
  )
}

function useNeedColumns(): readonly Column<DependencyAssessment>[] {
  const { snapshot } = useNetwork()
  return useMemo(() => {
    const title = (id: string | null) => find(snapshot, 'keyResult', id)?.title ?? null
    const node = (id: string | null) => find(snapshot, 'node', id)?.name ?? null
    return [
      { key: 'consumer', title: 'Key result that needs', value: ({ consumerKeyResultId }) => title(consumerKeyResultId) },
      { key: 'consumerNode', title: 'Node', value: ({ consumerNodeId }) => node(consumerNodeId) },
      { key: 'what', title: 'What', value: ({ id }) => find(snapshot, 'dependency', id)?.what || null },
      { key: 'supplier', title: 'From', value: ({ supplierKeyResultId }) => title(supplierKeyResultId) ?? 'no key result yet' },
      { key: 'supplierNode', title: 'Node', value: ({ supplierNodeId }) => node(supplierNodeId) },
      { key: 'state', title: 'How it stands', value: (need) => needInWords(need) },
      { key: 'strength', title: 'Strength', isNumber: true, value: ({ strength }) => strength },
      { key: 'needed', title: 'Needed by', value: ({ id }) => find(snapshot, 'dependency', id)?.neededOn ?? null },
      { key: 'promised', title: 'Promised for', value: ({ id }) => find(snapshot, 'dependency', id)?.promisedOn ?? null },
    ]
  }, [snapshot])
}

function useCardColumns(): readonly Column<ChainCardInput>[] {
  const { snapshot, assessment } = useNetwork()
  return useMemo(
    () => [
      { key: 'title', title: 'Key result', value: ({ title }) => title },
      { key: 'node', title: 'Node', value: ({ nodeId }) => find(snapshot, 'node', nodeId)?.name ?? null },
      { key: 'status', title: 'Status', value: ({ status }) => statusWords[status], cell: ({ status }) => <StatusBadge status={status} showWord /> },
      { key: 'value', title: 'Value', value: ({ value }) => value },
      { key: 'progress', title: 'Progress', isNumber: true, value: ({ progress }) => progress, cell: ({ progress }) => percent(progress) },
      { key: 'due', title: 'Due', value: ({ id }) => assessment.keyResults.get(id)?.dueOn ?? null },
      { key: 'needs', title: 'Needs', isNumber: true, value: ({ id }) => assessment.keyResults.get(id)?.needs ?? 0 },
      { key: 'gives', title: 'Waited for by', isNumber: true, value: ({ id }) => assessment.keyResults.get(id)?.gives ?? 0 },
    ],
    [snapshot, assessment],
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
      { key: 'open', title: 'Asked', isNumber: true, value: ({ open }) => open },
      { key: 'late', title: 'Late', isNumber: true, value: ({ late }) => late },
      { key: 'overdue', title: 'Overdue', isNumber: true, value: ({ overdue }) => overdue },
      { key: 'area', title: 'Across areas', value: ({ crossesArea }) => (crossesArea ? 'yes' : 'no') },
    ],
    [snapshot],
  )
}
