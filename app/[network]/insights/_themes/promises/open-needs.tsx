'use client'
import { useState } from 'react'
import { useView } from '../../../../../lib/client/view.ts'
import type { Dependency } from '../../../../../lib/domain/entity.ts'
import { promiseClass } from '../../../../../lib/domain/okr/promise-class.ts'
import { stateWords } from '../../../../../lib/domain/promise/moves.ts'
import { nodeOfSide } from '../../../../../lib/domain/record-nodes.ts'
import { find, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { SortableTable } from '../../../../components/graph/sortable-table.tsx'
import { PromiseMark } from '../../../../components/promise/promise-mark.tsx'
import { Button } from '../../../../components/ui/button.tsx'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'
import styles from './promises.module.css'

const atFirst = 8

type Row = { readonly need: Dependency; readonly what: string; readonly giver: string; readonly taker: string; readonly result: string }

function nameOfNode(snapshot: Snapshot, need: Dependency, side: 'supplier' | 'consumer'): string {
  return find(snapshot, 'node', nodeOfSide(snapshot, need, side))?.name ?? 'nobody yet'
}

function rowsOf({ looked: { snapshot, results } }: ThemeProps): readonly Row[] {
  return Object.entries(results.promises?.states ?? {}).flatMap(([id, state]): Row[] => {
    const kind = promiseClass(state)
    const need = find(snapshot, 'dependency', id)
    if (!need || (kind !== 'open' && kind !== 'refused')) return []
    const what = need.what || (find(snapshot, 'keyResult', need.supplierKeyResultId)?.title ?? 'Something')
    const result = find(snapshot, 'keyResult', need.consumerKeyResultId)?.title ?? ''
    return [{ need, what, giver: nameOfNode(snapshot, need, 'supplier'), taker: nameOfNode(snapshot, need, 'consumer'), result }]
  })
}

/** Who needs it of whom; within one node it is said once. */
function sidesText({ giver, taker, result }: Row): string {
  return giver === taker ? `“${result}” needs it within ${taker}` : `“${result}” of ${taker} needs it of ${giver}`
}

/** What waits for an answer or was refused, refused ones first. */
export function OpenNeeds(theme: ThemeProps) {
  const { select } = useView()
  const [isAll, setAll] = useState(false)
  const rows = rowsOf(theme).toSorted((a, b) => Number(promiseClass(b.need.state) === 'refused') - Number(promiseClass(a.need.state) === 'refused'))
  if (!theme.looked.results.promises || rows.length === 0) return null
  const title = 'Not promised yet'
  if (theme.isTable)
    return (
      <Section title={title}>
        <SortableTable
          isPart
          caption={title}
          columns={[
            { key: 'what', title: 'What', value: ({ what }) => what },
            { key: 'result', title: 'Needed for', value: ({ result }) => result },
            { key: 'taker', title: 'Needed by', value: ({ taker }) => taker },
            { key: 'giver', title: 'Asked of', value: ({ giver }) => giver },
            { key: 'state', title: 'State', value: ({ need }) => stateWords[need.state] },
            { key: 'on', title: 'Needed on', value: ({ need }) => need.neededOn },
            { key: 'strength', title: 'Strength', value: ({ need }) => need.strength, isNumber: true },
          ]}
          rows={rows}
          keyOf={({ need }) => need.id}
          onOpen={({ need }) => select('need', need.id)}
          empty="Everything is promised."
        />
      </Section>
    )
  return (
    <Section title={title} says="What was asked for and has no promise. A need without which a result cannot be is marked.">
      <ul className={styles['needs']} aria-label={title}>
        {(isAll ? rows : rows.slice(0, atFirst)).map((row) => (
          <li key={row.need.id}>
            <button type="button" data-record={row.need.id} onClick={() => select('need', row.need.id)}>
              <PromiseMark state={row.need.state} size={16} />
              <span>
                <b>{row.what}</b>
                <small>
                  {sidesText(row)}
                  {row.need.strength === 1 && '; without it the result cannot be'}
                </small>
              </span>
              <em>{stateWords[row.need.state]}</em>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > atFirst && (
        <Button size="small" tone="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? `Show the first ${atFirst}` : `Show all ${rows.length}`}
        </Button>
      )}
    </Section>
  )
}
