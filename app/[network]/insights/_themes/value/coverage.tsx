'use client'
import { useState } from 'react'
import { valueCoverage } from '../../../../../lib/domain/measure/value/coverage.ts'
import { valueFactors, valueLevels } from '../../../../../lib/domain/vocabulary.ts'
import { counted } from '../../../../components/graph/words.ts'
import { Calm } from '../../_parts/calm.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { CellGrid, cellKey } from './cell-grid.tsx'
import { ExchangeList } from './exchange-list.tsx'

const rows = valueLevels.map((level) => ({ id: level, name: level }))
const columns = valueFactors.map((factor) => ({ id: factor, name: factor }))

/** Which levels and factors of value are touched, and which nobody has touched yet. */
export function Coverage({ looked: { snapshot }, figure }: ThemeProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const cells = new Map(valueCoverage(snapshot).map(({ level, factor, exchangeIds }) => [cellKey(level, factor), exchangeIds]))
  const most = Math.max(0, ...[...cells.values()].map(({ length }) => length))
  const own = figure('coverage')
  if (most === 0)
    return (
      <Section title="Levels and factors of value">
        {own && <FigureLine figure={own} />}
        <Calm way="map">In the panel of an exchange, say on which level it makes value and of which kind.</Calm>
      </Section>
    )
  const ids = chosen === null ? undefined : cells.get(chosen)
  return (
    <Section
      title="Levels and factors of value"
      says="How many exchanges make value on each level and of each kind. An empty place is a question, not a fault."
    >
      {own && <FigureLine figure={own} />}
      <CellGrid
        caption="Exchanges by level and factor of value"
        corner="Level"
        rows={rows}
        columns={columns}
        cellOf={(level, factor) => {
          const count = cells.get(cellKey(level, factor))?.length ?? 0
          return {
            text: String(count),
            note: count === 0 ? 'nothing' : '',
            spoken: `${level}, ${factor}: ${counted(count, 'exchange')}`,
            share: count / most,
          }
        }}
        chosen={chosen}
        choose={(level, factor) => setChosen(chosen === cellKey(level, factor) ? null : cellKey(level, factor))}
      />
      {ids && <ExchangeList caption="Exchanges of the cell" snapshot={snapshot} ids={ids} />}
    </Section>
  )
}
