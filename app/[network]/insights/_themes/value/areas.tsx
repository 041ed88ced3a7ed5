'use client'
import { useMemo, useState } from 'react'
import { areasWithoutNode, flowFigureId } from '../../../../../lib/domain/measure/figure/area-flow.ts'
import { type AreaFlow, areaFlows } from '../../../../../lib/domain/measure/value/area-flow.ts'
import { valueGraph } from '../../../../../lib/domain/measure/value/snapshot-graph.ts'
import { listOf } from '../../../../../lib/domain/snapshot.ts'
import { counted } from '../../../../components/graph/words.ts'
import { FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { CellGrid, cellKey, type GridCell } from './cell-grid.tsx'
import { ExchangeList } from './exchange-list.tsx'

const says = 'Rows give to columns. The number is how many exchanges there are; below it stands what their receivers say they are worth.'

function worthOf({ exchanges, rated, receivedValue }: AreaFlow): string {
  if (exchanges === 0) return ''
  return receivedValue === null ? 'not rated' : `worth ${receivedValue}${rated < exchanges ? ` (${rated} rated)` : ''}`
}

/** What areas give each other. A cell opens its exchanges. */
export function Areas({ looked: { snapshot }, figure, isTable }: ThemeProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const flows = useMemo(() => new Map(areaFlows(valueGraph(snapshot)).map((flow) => [cellKey(flow.fromAreaId, flow.toAreaId), flow])), [snapshot])
  const most = Math.max(1, ...[...flows.values()].map(({ exchanges }) => exchanges))
  const inUse = new Set([...flows.values()].map(({ fromAreaId }) => fromAreaId))
  const areas = listOf(snapshot, 'area').filter(({ id }) => inUse.has(id))
  const without = areasWithoutNode(snapshot).map(({ name }) => name)
  const left = without.length === 0 ? '' : ` Without a node yet, and so in no row and column: ${without.join(', ')}.`
  const nameOf = (id: string) => areas.find((area) => area.id === id)?.name ?? ''
  const cellOf = (rowId: string, columnId: string): GridCell => {
    const flow = flows.get(cellKey(rowId, columnId)) ?? { fromAreaId: rowId, toAreaId: columnId, exchanges: 0, rated: 0, receivedValue: null }
    const { exchanges } = flow
    return {
      text: String(exchanges),
      note: worthOf(flow),
      spoken: `${nameOf(rowId)} gives ${nameOf(columnId)} ${counted(exchanges, 'thing')}${exchanges === 0 ? '' : `, ${worthOf(flow)}`}`,
      share: exchanges / most,
    }
  }
  const flow = chosen === null ? undefined : flows.get(chosen)
  const detail = flow ? figure(flowFigureId(flow)) : null
  if (isTable)
    return (
      <Section title="From area to area">
        <ExchangeList caption="Exchanges between areas" snapshot={snapshot} ids={listOf(snapshot, 'exchange').map(({ id }) => id)} />
      </Section>
    )
  return (
    <Section title="From area to area" says={`${says}${left}`}>
      <CellGrid
        caption="What areas give each other"
        corner="Gives"
        rows={areas}
        columns={areas}
        cellOf={cellOf}
        chosen={chosen}
        choose={(rowId, columnId) => setChosen(chosen === cellKey(rowId, columnId) ? null : cellKey(rowId, columnId))}
      />
      {detail && <FigureLine figure={detail} />}
      {detail?.shown && <ExchangeList caption="Exchanges of the cell" snapshot={snapshot} ids={detail.shown.exchangeIds} />}
    </Section>
  )
}
