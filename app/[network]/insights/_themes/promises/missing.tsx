'use client'
import { useState } from 'react'
import { missingSentence } from '../../../../../lib/domain/measure/report/sentence-exchange.ts'
import { sentenceText } from '../../../../../lib/domain/plan/sentence.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Calm } from '../../_parts/calm.tsx'
import { FigureLine } from '../../_parts/figure-line.tsx'
import styles from '../../_parts/insights.module.css'
import { Section } from '../../_parts/section.tsx'
import type { ThemeProps } from '../../_parts/theme-props.ts'

const atFirst = 3

/** Needs between nodes that exchange nothing today, and exchanges that no key result uses. */
export function Missing({ looked, figure }: ThemeProps) {
  const [isAll, setAll] = useState(false)
  const { promises } = looked.results
  if (!promises) return null
  const ids = promises.needsWithoutExchange
  const all = missingSentence(looked.snapshot, ids, promises.crossNode)
  if (all && looked.snapshot.tables.exchange.size === 0)
    return (
      <Section title="Missing relationships">
        <Calm way="map">{sentenceText(all.sentence)}</Calm>
      </Section>
    )
  const unused = looked.snapshot.tables.exchange.size === 0 ? null : figure('unused')
  const shown = (isAll ? ids : ids.slice(0, atFirst)).flatMap((id) => figure(`missing:${id}`) ?? [])
  if (shown.length === 0 && !unused) return null
  return (
    <Section title="Missing relationships" says={`${ids.length} of ${promises.crossNode} needs between nodes have no exchange under them.`}>
      <ul className={styles['figures']} aria-label="Missing relationships">
        {[...shown, ...(unused ? [unused] : [])].map((each) => (
          <li key={each.id}>
            <FigureLine figure={each} />
          </li>
        ))}
      </ul>
      {ids.length > atFirst && (
        <Button size="small" tone="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? `Show the first ${atFirst}` : `Show all ${ids.length}`}
        </Button>
      )}
    </Section>
  )
}
