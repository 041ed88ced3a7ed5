'use client'
import { useView } from '../../../../../lib/client/view.ts'
import { chainOf, type Link, type Chain as LongestChain } from '../../../../../lib/domain/measure/figure/chain.ts'
import { isOverLimit, toldWeeks } from '../../../../../lib/domain/measure/schedule/told-weeks.ts'
import { find, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'
import bars from '../../_parts/bars.module.css'
import { StretchBar } from '../../_parts/bars.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import { useRoving } from '../../_parts/use-roving.ts'

const says = 'Of each result the one before has to be there. The line is the end of the cycle.'

/** The longest chain against the weeks of the cycle. Without estimates only how deep results wait for each other. */
export function Chain({ looked, figure, isTable }: ThemeProps) {
  const own = figure('chain')
  if (!looked.results.krNetwork)
    return (
      <Section title="Longest chain">
        <RowsGhost rows={6} />
      </Section>
    )
  if (!own) return null
  const chain = chainOf(looked)
  return (
    <Section title="Longest chain" says={chain ? says : undefined}>
      <FigureLine figure={own} />
      {chain ? (
        <Stretches chain={chain} snapshot={looked.snapshot} isTable={isTable} />
      ) : (
        <Calm way="outline">Give key results an estimate in weeks (least, likely, most) to see whether the longest chain fits the cycle.</Calm>
      )}
    </Section>
  )
}

type Props = { readonly chain: LongestChain; readonly snapshot: Snapshot; readonly isTable: boolean }

function weeksOf(weeks: number): string {
  return String(Math.round(weeks * 10) / 10)
}

function spokenOf({ fromWeek, weeks }: Link, cycleWeeks: number | null): string {
  if (weeks === null) return 'not estimated'
  const isAfter = cycleWeeks !== null && isOverLimit(fromWeek + weeks, cycleWeeks)
  return `${weeksOf(weeks)} weeks from week ${weeksOf(fromWeek)}${isAfter ? ', after the end of the cycle' : ''}`
}

function Stretches({ chain: { links, weeks: wholeWeeks, cycleWeeks }, snapshot, isTable }: Props) {
  const { select } = useView()
  const rows = links.map((link) => ({ ...link, title: find(snapshot, 'keyResult', link.keyResultId)?.title ?? '' }))
  const { current, markProps, onKeyDown } = useRoving(links.map(({ keyResultId }) => keyResultId))
  const whole = Math.max(wholeWeeks, cycleWeeks ?? 0)
  if (isTable)
    return (
      <SortableTable
        isPart
        caption="Longest chain"
        columns={[
          { key: 'title', title: 'Key result', value: ({ title }) => title },
          { key: 'from', title: 'Starts in week', value: ({ fromWeek }) => Math.round(fromWeek * 10) / 10, isNumber: true },
          { key: 'weeks', title: 'Weeks', value: ({ weeks }) => (weeks === null ? null : Math.round(weeks * 10) / 10), isNumber: true },
        ]}
        rows={rows}
        keyOf={({ keyResultId }) => keyResultId}
        onOpen={({ keyResultId }) => select('kr', keyResultId)}
        empty="No key result is estimated."
      />
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of its marks come through here
    <div className={bars['rows']} onKeyDown={onKeyDown}>
      <ol aria-label="Results of the longest chain. Arrows go from one to the next.">
        {rows.map(({ keyResultId, title, fromWeek, weeks }) => (
          <li key={keyResultId}>
            <button
              type="button"
              className={bars['row']}
              aria-pressed={keyResultId === current}
              aria-label={`${title}: ${spokenOf({ keyResultId, fromWeek, weeks }, cycleWeeks)}`}
              onClick={() => select('kr', keyResultId)}
              {...markProps(keyResultId)}
            >
              <span className={bars['label']}>{title}</span>
              <StretchBar from={fromWeek} length={weeks ?? 0} whole={whole} limit={cycleWeeks} />
              <span className={bars['end']}>{weeks === null ? 'unknown' : toldWeeks(weeks, null)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
