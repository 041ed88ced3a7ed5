'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../../lib/client/view.ts'
import type { MarketLine } from '../../../../../lib/domain/promise/market.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { counted, shortDay, stateWords } from '../../../../components/graph/words.ts'
import { markOf, PromiseMark } from '../../../../components/promise/promise-mark.tsx'
import styles from './read-out.module.css'

/** What a node gives or needs, one line each: with whom, what, by when, and how it stands. */
export function NeedList({ title, lines }: { readonly title: string; readonly lines: readonly MarketLine[] }) {
  const { snapshot, assessment, today } = useNetwork()
  const { select } = useView()
  return (
    <section aria-label={title}>
      <h3>
        {title} <small>{lines.length}</small>
      </h3>
      {lines.length === 0 && <p className={styles['quiet']}>Nothing.</p>}
      <ul>
        {lines.map((line) => {
          const need = find(snapshot, 'dependency', line.dependencyId)
          const facts = assessment.dependencies.get(line.dependencyId)
          const on = need?.promisedOn ?? need?.neededOn
          return (
            need &&
            facts && (
              <li key={line.dependencyId}>
                <button
                  type="button"
                  className={styles['need']}
                  data-late={line.backwardsDays > 0 || undefined}
                  onClick={() => select('need', need.id)}
                >
                  <PromiseMark state={markOf(facts)} name={stateWords[need.state]} />
                  <span>
                    <b>{need.what || 'Not named yet'}</b> {line.side === 'consumer' ? 'from' : 'for'} {find(snapshot, 'node', line.otherNodeId)?.name}
                    {on && `, ${shortDay(on, today)}`}
                    {line.backwardsDays > 0 && <em> ⚠ {counted(line.backwardsDays, 'day')} too late</em>}
                  </span>
                </button>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
