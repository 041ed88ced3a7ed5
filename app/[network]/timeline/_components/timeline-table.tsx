'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import screen from '../../../components/graph/screen.module.css'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import { stateWords } from '../../../components/graph/words.ts'
import { standingInWords } from './timeline-words.ts'

/** Everything that the timeline draws, and what has no day, as one table. */
export function TimelineTable({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const columns = useMemo<readonly Column<TimelineEntry>[]>(() => {
    const node = (id: string | null) => find(snapshot, 'node', id)?.name ?? null
    return [
      { key: 'what', title: 'What', value: ({ what }) => what || 'a need without a name' },
      { key: 'giver', title: 'Who gives', value: ({ giverNodeId }) => node(giverNodeId) },
      { key: 'taker', title: 'Who takes', value: ({ takerNodeId }) => node(takerNodeId) },
      { key: 'state', title: 'State', value: ({ state }) => stateWords[state] },
      { key: 'standing', title: 'How it stands', value: standingInWords },
      { key: 'asked', title: 'Asked', value: ({ askedOn }) => askedOn },
      { key: 'needed', title: 'Needed', value: ({ neededOn }) => neededOn },
      { key: 'promised', title: 'Promised', value: ({ promisedOn }) => promisedOn },
      { key: 'proposed', title: 'Proposed', value: ({ proposedOn }) => proposedOn },
      { key: 'delivered', title: 'Delivered', value: ({ deliveredOn }) => deliveredOn },
      { key: 'accepted', title: 'Accepted', value: ({ acceptedOn }) => acceptedOn },
      { key: 'slack', title: 'Slack, days', isNumber: true, value: ({ slackDays }) => slackDays },
      { key: 'late', title: 'Late, days', isNumber: true, value: ({ lateDays, overdueDays }) => lateDays || overdueDays || null },
    ]
  }, [snapshot])
  return (
    <div className={screen['tables']}>
      <SortableTable
        caption="Promises"
        columns={columns}
        rows={entries}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('need', id)}
        empty="No promise passes the filter."
      />
    </div>
  )
}
