'use client'
import { useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Difference } from '../../../lib/domain/history/compare.ts'
import { effectSentences } from '../../../lib/domain/review/effect.ts'
import type { NetworkMeasures } from '../../../lib/domain/review/measures.ts'
import type { PlanPreview } from '../../../lib/domain/review/preview.ts'
import { told } from '../history/told.ts'
import { Button } from '../ui/button.tsx'
import styles from './plan-look.module.css'
import review from './review.module.css'
import type { PlanLook } from './use-preview.ts'

/** What a plan would do: what goes, the promises that it touches, the measures, and every difference. Or why it does not fit. */
export function PlanLookView({ look }: { readonly look: PlanLook }) {
  if ('misfits' in look)
    return (
      <div className={styles['misfit']} role="status">
        <strong>This does not fit the network as it is now.</strong>
        <ul>
          {look.misfits.map(({ path, message, remedy }) => (
            <li key={`${path} ${message}`}>
              {message} {remedy}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className={styles['look']}>
      <Effects preview={look.preview} />
      <Measures before={look.preview.before} after={look.preview.after} />
      <Differences differences={look.preview.comparison.differences} />
    </div>
  )
}

function Effects({ preview }: { readonly preview: PlanPreview }) {
  const sentences = effectSentences(preview)
  if (sentences.length === 0) return <p className={review['quiet']}>Nothing is lost, and no promise in force is touched.</p>
  return (
    <ul className={styles['effects']} aria-label="What goes, and which promises it touches">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

const rows = [
  ['nodes', 'Nodes'],
  ['exchanges', 'Exchanges'],
  ['objectives', 'Objectives'],
  ['crossNodeNeeds', 'Needs between nodes'],
] as const

function busiestText({ busiest }: NetworkMeasures): string {
  return busiest === null ? 'unknown' : `${busiest.name}: ${busiest.load} of ${busiest.of}`
}

function Measures({ before, after }: { readonly before: NetworkMeasures; readonly after: NetworkMeasures }) {
  return (
    <table className={styles['measures']}>
      <caption className="visually-hidden">The network before and after</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">now</th>
          <th scope="col">then</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([field, word]) => (
          <tr key={field} data-changes={before[field] !== after[field] || undefined}>
            <th scope="row">{word}</th>
            <td>{before[field]}</td>
            <td>{after[field]}</td>
          </tr>
        ))}
        <tr data-changes={busiestText(before) !== busiestText(after) || undefined}>
          <th scope="row" title="Exchanges and needs between it and other nodes, of all there are">
            Most goes through
          </th>
          <td>{busiestText(before)}</td>
          <td>{busiestText(after)}</td>
        </tr>
      </tbody>
    </table>
  )
}

const first = 6
const signs = { added: '+', removed: '−', changed: '~' } as const

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { snapshot } = useNetwork()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? differences : differences.slice(0, first)
  const rest = differences.length - shown.length
  return (
    <div>
      <ul className={styles['differences']} aria-label="What would differ">
        {shown.map(({ entity, id, kind, sentence }) => (
          <li key={`${entity}:${id}`} data-kind={kind}>
            <span aria-hidden="true">{signs[kind]}</span>
            <span className="visually-hidden">{kind}: </span>
            <span>{told(snapshot, sentence)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" tone="quiet" onClick={() => setShowsAll(true)}>
          Show {rest} more
        </Button>
      )}
    </div>
  )
}
