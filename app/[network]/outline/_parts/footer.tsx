'use client'
import { readable } from '../../../../lib/client/actions/keys.ts'
import { handlers, runAction } from '../../../../lib/client/actions/registry.ts'
import { useObservable } from '../../../../lib/client/observable.ts'
import { useView } from '../../../../lib/client/view.ts'
import { resultKinds } from '../../../components/figure/numbers.ts'
import { NumbersMenu } from '../../../components/figure/numbers-menu.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { outlineActions } from './actions.ts'
import { type ColumnSet, columnSets, isColumnSet } from './columns.ts'
import styles from './footer.module.css'
import type { OutlineState } from './use-outline-state.ts'

const setNames: Record<ColumnSet, string> = { check: 'Check', plan: 'Plan', review: 'Review' }
const sets: readonly ColumnSet[] = ['check', 'plan', 'review']
const hints = [
  { action: outlineActions.addNode, word: 'node' },
  { action: outlineActions.addObjective, word: 'objective' },
  { action: outlineActions.addKeyResult, word: 'key result' },
  { action: outlineActions.addHealth, word: 'health metric' },
  { action: outlineActions.addNeed, word: 'needs…' },
  { action: outlineActions.checkIn, word: 'check in' },
]

/** What is hidden, which columns are shown, and the keys that matter most. */
export function Footer({ hidden, state }: { readonly hidden: number; readonly state: OutlineState }) {
  const { view, setView } = useView()
  const chosen = isColumnSet(view.cols) ? view.cols : 'check'
  const live = useObservable(handlers)
  const offered = hints.filter(({ action: { id } }) => live.some(({ action }) => action.id === id))
  return (
    <div className={styles['footer']}>
      <fieldset className={styles['sets']}>
        <legend className="visually-hidden">Columns</legend>
        {sets.map((set) => (
          <Button
            key={set}
            size="small"
            tone={set === chosen ? 'plain' : 'quiet'}
            aria-pressed={set === chosen}
            title={columnSets[set].join(', ')}
            onClick={() => setView({ cols: set === 'check' ? null : set })}
          >
            {setNames[set]}
          </Button>
        ))}
      </fieldset>
      <NumbersMenu kinds={resultKinds} />
      <div className={styles['hints']}>
        {offered.map(({ action, word }) => (
          <Button key={action.id} size="small" tone="quiet" onPointerDown={(event) => event.preventDefault()} onClick={() => runAction(action.id)}>
            <kbd>{readable(action.keys[0] ?? '')}</kbd> {word}
          </Button>
        ))}
      </div>
      <p className={styles['hidden']} role="status">
        {hidden > 0
          ? `${hidden} rows hidden by the filter`
          : state.active
            ? state.tabLeaves
              ? 'Tab leaves the outline'
              : 'Esc, then Tab leaves'
            : ''}
      </p>
    </div>
  )
}
