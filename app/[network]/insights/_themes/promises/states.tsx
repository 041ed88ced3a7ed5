'use client'
import { promiseClass } from '../../../../../lib/domain/okr/promise-class.ts'
import { stateWords } from '../../../../../lib/domain/promise/moves.ts'
import { type PromiseState, promiseStates } from '../../../../../lib/domain/vocabulary.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'
import { PromiseMark } from '../../../../components/promise/promise-mark.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { RowsGhost, Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import styles from './promises.module.css'
import { StateBar } from './state-bar.tsx'

type Row = { readonly state: PromiseState; readonly count: number }

function rowsOf({ looked }: ThemeProps): readonly Row[] {
  const states = Object.values(looked.results.promises?.states ?? {})
  return promiseStates.flatMap((state) => {
    const count = states.filter((each) => each === state).length
    return count === 0 || promiseClass(state) === 'ended' ? [] : [{ state, count }]
  })
}

/** How many needs are in which state: one bar, with its parts as words and marks below it. */
export function States(theme: ThemeProps) {
  if (!theme.looked.results.promises)
    return (
      <Section title="Where promises stand">
        <RowsGhost rows={3} />
      </Section>
    )
  const rows = rowsOf(theme)
  if (rows.length === 0)
    return (
      <Section title="Where promises stand">
        <Calm way="outline">
          Nobody has asked for anything in this cycle. Choose a key result in the outline and press R to ask for what it needs.
        </Calm>
      </Section>
    )
  return (
    <Section title="Where promises stand" says="Every need of the cycle that is not ended, by where its promise stands.">
      <StateBar states={Object.values(theme.looked.results.promises?.states ?? {})} />
      {theme.isTable ? (
        <SortableTable
          isPart
          caption="Needs by state"
          columns={[
            { key: 'state', title: 'State', value: ({ state }) => stateWords[state] },
            { key: 'count', title: 'Needs', value: ({ count }) => count, isNumber: true },
          ]}
          rows={rows}
          keyOf={({ state }) => state}
          empty="Nobody has asked for anything yet."
        />
      ) : (
        <ul className={styles['states']} aria-label="Needs by state">
          {rows.map(({ state, count }) => (
            <li key={state}>
              <PromiseMark state={state} size={16} />
              <b>{count}</b> {stateWords[state]}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
