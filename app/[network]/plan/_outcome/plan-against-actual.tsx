'use client'
import { useView } from '../../../../lib/client/view.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { KeyResultFate } from '../../../../lib/domain/ritual/plan/since/key-results.ts'
import type { PromiseFate } from '../../../../lib/domain/ritual/plan/since/promises.ts'
import type { SinceBaseline } from '../../../../lib/domain/ritual/plan/since/since.ts'
import styles from './outcome.module.css'

const keyResultWords: Record<KeyResultFate, string> = { added: 'new', dropped: 'dropped', changed: 'changed', asPlanned: 'stands' }
const promiseWords: Record<PromiseFate, string> = {
  kept: 'kept',
  cameLate: 'came late',
  late: 'late',
  takenBack: 'taken back',
  moved: 'moved',
  running: 'to come',
  promised: 'promised since',
  open: 'still open',
  released: 'not needed',
  added: 'new',
}

/** What stands as it was planned is counted in the first sentence; here stands what is otherwise. */
const quiet: ReadonlySet<string> = new Set(['asPlanned', 'running'])

/** What became of the plan since it was committed, in one sentence and one line for each difference. */
export function PlanAgainstActual({ since }: { readonly since: SinceBaseline }) {
  const { select } = useView()
  const lines = [
    ...since.keyResults.map(({ keyResultId: id, fate, sentence }) => ({ kind: 'kr' as const, id, fate, word: keyResultWords[fate], sentence })),
    ...since.promises.map(({ dependencyId: id, fate, sentence }) => ({ kind: 'need' as const, id, fate, word: promiseWords[fate], sentence })),
  ].filter(({ fate }) => !quiet.has(fate))
  return (
    <section className={styles['section']} aria-label="Plan against actual">
      <h2>Plan against actual</h2>
      <p className={styles['note']}>{since.lead}</p>
      <ul className={styles['entries']}>
        {lines.map(({ kind, id, word, sentence }) => (
          <li key={`${kind} ${id}`}>
            <span className={styles['mark']}>{word}</span>
            <button type="button" className={styles['line']} onClick={() => select(kind, id)}>
              {sentenceText(sentence)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
