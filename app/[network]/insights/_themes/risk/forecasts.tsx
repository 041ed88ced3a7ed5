'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { type Forecast, forecastOf, goalKeyResultIds } from '../../../../../lib/domain/measure/figure/chance.ts'
import { chanceText } from '../../../../../lib/domain/measure/figure/told.ts'
import { isAnything } from '../../../../../lib/domain/measure/report/sentence-chance.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import styles from '../../_parts/bars.module.css'
import { ChanceBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import { bareValue } from '../../_parts/short-value.ts'
import { TableOrBars } from '../../_parts/table-or-bars.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

type Row = { readonly id: string; readonly title: string; readonly own: number | null; readonly forecast: Forecast }

/** Without a goal every key result on which no other one waits is an end of its own. */
function endsOf({ looked }: ThemeProps): readonly string[] {
  const goals = goalKeyResultIds(looked)
  const { chosen, graph } = looked
  const named = chosen.goalId !== null && graph.vertexById.has(chosen.goalId) && !goals.includes(chosen.goalId) ? [chosen.goalId, ...goals] : goals
  if (named.length > 0) return named
  const needed = new Set(Array.from(graph.supplier))
  return graph.keyResultIds.filter((_, vertex) => !needed.has(vertex))
}

function rowsOf(theme: ThemeProps): readonly Row[] | null {
  const { looked } = theme
  if (!looked.results.chances) return null
  return endsOf(theme).flatMap((id): Row[] => {
    const [keyResult, forecast] = [find(looked.snapshot, 'keyResult', id), forecastOf(looked, id)]
    return keyResult && forecast ? [{ id, title: keyResult.title, own: keyResult.confidence, forecast }] : []
  })
}

/** How many results nobody has said anything of, where it is all of them and no chance says more than “unknown”; else 0. */
function silentCount({ looked: { snapshot, graph } }: ThemeProps, rows: readonly Row[]): number {
  const ids = graph.keyResultIds.filter((id) => find(snapshot, 'keyResult', id)?.confidence === null)
  const isNothingKnown = rows.length > 0 && rows.every(({ forecast: { stated } }) => stated !== null && isAnything(stated))
  return isNothingKnown && ids.length === graph.keyResultIds.length ? ids.length : 0
}

function Axis() {
  return (
    <div className={styles['axis']} aria-hidden="true">
      <span />
      <span>
        <i>0</i>
        <i>50</i>
        <i>100</i>
      </span>
      <span>in 100</span>
    </div>
  )
}

function Bar({ own, forecast: { stated } }: Row) {
  if (!stated) return <ChanceBar value={null} low={0} high={1} />
  return <ChanceBar {...stated} error={2 * (stated.standardError ?? 0)} tick={own} />
}

/** How likely each goal is: a bar where it is known, an open stretch where own chances are missing. */
export function Forecasts(theme: ThemeProps) {
  const { select } = useView()
  const rows = rowsOf(theme)
  const isOfGoals = goalKeyResultIds(theme.looked).length > 0
  const title = isOfGoals ? 'Chance of each goal' : 'Chance of each end'
  const says = isOfGoals
    ? 'How many of 100 cycles like this would end with it. The dashed tick is what the owner expects of the own part alone; an open stretch is what is not known.'
    : 'No goal names a key result, so here is every result for which no other one waits.'
  if (!rows)
    return (
      <Section title={title} says={says}>
        <RowsGhost rows={2} />
      </Section>
    )
  const silent = silentCount(theme, rows)
  if (silent > 0)
    return (
      <Section title={title}>
        <Calm way="check">
          {silent === 1 ? 'Nobody has said how likely the one result is' : `Nobody has said how likely any of the ${silent} results is`}, so no chance
          is known. In the weekly check it takes a few seconds each.
        </Calm>
      </Section>
    )
  return (
    <Section title={title} says={says}>
      <TableOrBars
        caption={title}
        isTable={theme.isTable}
        columns={[
          { key: 'title', title: 'Key result', value: ({ title: text }) => text },
          {
            key: 'chance',
            title: 'Chance in 100',
            value: ({ forecast: { stated } }) => (stated?.value == null ? null : Math.round(stated.value * 100)),
            cell: ({ forecast: { stated } }) => chanceText(stated),
            isNumber: true,
          },
          { key: 'own', title: 'Own part in 100', value: ({ own }) => (own === null ? null : Math.round(own * 100)), isNumber: true },
          { key: 'as', title: 'As', value: ({ forecast }) => (forecast.isAfterCut ? 'without the rings' : 'planned') },
        ]}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => select('kr', id)}
        empty="No key result is in this cycle."
        figure={theme.figure}
        axis={<Axis />}
        noun="results"
        barOf={(row) => ({
          figureId: `chance:${row.id}`,
          name: row.title,
          note: row.forecast.isAfterCut ? 'without the rings' : undefined,
          spoken: chanceText(row.forecast.stated),
          value: bareValue(chanceText(row.forecast.stated)),
          bar: <Bar {...row} />,
        })}
      />
    </Section>
  )
}
