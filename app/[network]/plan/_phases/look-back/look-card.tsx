'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import type { Cycle, Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { valueInWords } from '../../../../components/graph/words.ts'
import { useAreaTone } from '../../../../components/ui/area-tone.ts'
import { LineForm } from '../../_parts/line-form.tsx'
import { useEntries } from '../../_parts/use-entries.ts'
import styles from './look-back.module.css'
import { keyResultsIn, numbersOf } from './numbers.ts'

type Props = { readonly ritual: Ritual; readonly node: Node; readonly cycle: Cycle }

const becomes = { carry: 'goes on', reshape: 'goes on, written anew', drop: 'dropped' } as const

/** What the last cycle came to for one node, and what it learnt. */
export function LookCard({ ritual, node, cycle }: Props) {
  const { snapshot } = useNetwork()
  const tone = useAreaTone(node.areaId)
  const keyResults = keyResultsIn(snapshot, node.id, cycle.id)
  const { mean, graded, reached, carried, total } = numbersOf(keyResults)
  return (
    <article className={styles['card']} style={{ borderTopColor: tone?.colour }}>
      <h2>
        {node.name} <span>in {cycle.name}</span>
      </h2>
      <dl className={styles['numbers']}>
        <Figure
          value={mean === null ? '–' : mean.toFixed(1)}
          word={graded === total ? 'mean of the grades' : `mean of the ${graded} graded of ${total}`}
        />
        <Figure value={graded === 0 ? '–' : `${reached} of ${total}`} word="reached 0.7 or more" />
        <Figure value={String(carried)} word="go on" />
      </dl>
      <ul className={styles['results']} aria-label="Key results">
        {keyResults.map(({ id, title, metric, grade, rollOver }) => (
          <li key={id}>
            <b>{grade === null ? '–' : grade.toFixed(1)}</b>
            <span>
              {title}
              <small>{[valueInWords(metric), rollOver && becomes[rollOver]].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ul>
      <Said ritual={ritual} node={node} kind="learning" title="One learning" label="What did we learn?" />
      <Said ritual={ritual} node={node} kind="note" title="Notes" label="A note for the room" />
    </article>
  )
}

function Figure({ value, word }: { readonly value: string; readonly word: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  )
}

type SaidProps = Pick<Props, 'ritual' | 'node'> & { readonly kind: 'learning' | 'note'; readonly title: string; readonly label: string }

function Said({ ritual, node, kind, title, label }: SaidProps) {
  const { isBig } = useBigScreen()
  const { items, add } = useEntries(ritual, kind)
  const own = items.filter(({ nodeId }) => nodeId === node.id)
  if (isBig && own.length === 0) return null
  const isFull = kind === 'learning' && own.length > 0
  return (
    <section className={styles['said']} data-kind={kind} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {own.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      {!isBig && !isFull && (
        <LineForm
          key={node.id}
          place={{ entity: 'ritual', id: ritual.id, field: `line.${kind}.${node.id}` }}
          label={label}
          onAdd={(text) => add(text, { nodeId: node.id, subject: 'node', about: node.id })}
        />
      )}
    </section>
  )
}
