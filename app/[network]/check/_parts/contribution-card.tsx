'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import type { ContributionLine, LineLink } from '../../../../lib/domain/ritual/self-check.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, valueInWords } from '../../../components/graph/words.ts'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { ProgressBar, percent } from '../../../components/ui/progress-bar.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import styles from './card.module.css'
import sheet from './line.module.css'

const joints: Partial<Record<LineLink['kind'], string>> = {
  objective: 'so that',
  goal: 'which serves',
  node: 'by',
  area: 'for',
  network: 'towards the core of',
}

/** One key result: how it stands, and its line to the core, a sentence with one link per step. */
export function ContributionCard({ line }: { readonly line: ContributionLine }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const facts = assessment.keyResults.get(line.keyResultId)
  const keyResult = find(snapshot, 'keyResult', line.keyResultId)
  const tone = useAreaTone(facts?.areaId ?? null)
  if (!facts || !keyResult) return null
  const { share } = facts.progress
  return (
    <article className={styles['card']}>
      <h3>
        <button type="button" data-record={keyResult.id} onClick={() => select('kr', keyResult.id)}>
          {keyResult.title}
        </button>
      </h3>
      <p className={styles['facts']}>
        <StatusBadge status={facts.display} showWord />
        <b>{valueInWords(keyResult.metric)}</b>
        <span>{facts.confidence === null ? 'no confidence given' : `confidence ${confidenceInTen(facts.confidence)}`}</span>
      </p>
      <div className={sheet['progress']}>
        <ProgressBar value={share} expected={facts.expected} colour={tone?.colour ?? 'var(--text-2)'} />
        <span>{share === null ? 'unknown' : percent(share)}</span>
      </div>
      <ol className={sheet['line']}>
        {line.links.slice(1).map((link) => (
          <li key={`${link.kind} ${link.id}`}>
            <span className={sheet['joint']}>{joints[link.kind]}</span> {link.name}
          </li>
        ))}
      </ol>
      <p className={sheet['reach']}>
        {line.waiting === 0
          ? 'No other key result waits for it.'
          : `${counted(line.waiting, 'key result')} of others ${line.waiting === 1 ? 'waits' : 'wait'} for it.`}{' '}
        {line.waitsFor > 0 && `It waits for ${line.waitsFor}.`}
      </p>
    </article>
  )
}
