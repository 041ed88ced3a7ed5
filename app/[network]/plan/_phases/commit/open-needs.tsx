'use client'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useCan } from '../../../../../lib/client/who.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import type { OpenNeed } from '../../../../../lib/domain/ritual/plan/commit-state.ts'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { commitActions } from './actions.ts'
import styles from './commit.module.css'
import { OpenNeedLine } from './open-need-line.tsx'
import { useTakeOn } from './use-commit.ts'

/** What nobody has promised. Each is committed only with an owner and a day: somebody says so, nothing is taken for granted. */
export function OpenNeeds({ ritual, open }: { readonly ritual: Ritual; readonly open: readonly OpenNeed[] }) {
  const { today } = useNetwork()
  const takeOn = useTakeOn(ritual)
  const may = useCan('write')
  const next = open.find(({ isOwned, suggested }) => !isOwned && suggested.ownerId !== null)
  useAction(
    commitActions.own,
    () => {
      if (next?.suggested.ownerId) takeOn(next, { ownerId: next.suggested.ownerId, dueOn: next.suggested.dueOn })
    },
    { enabled: may && next !== undefined },
  )
  if (open.length === 0) return null
  return (
    <section className={styles['section']} aria-label="Open needs">
      <h2>
        Not promised yet <small>{open.length}</small>
        {next && may && (
          <span className={styles['hint']}>
            <KeyHint keys="o" /> takes the next one on as proposed
          </span>
        )}
      </h2>
      <ul>
        {open.map((need) => (
          <OpenNeedLine key={need.dependencyId} need={need} today={today} isEditable={may} takeOn={(taken) => takeOn(need, taken)} />
        ))}
      </ul>
    </section>
  )
}
