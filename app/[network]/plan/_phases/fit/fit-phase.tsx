'use client'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { assessmentOf } from '../../../../../lib/client/network/assessment.ts'
import { SeenAs, useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { counted } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { fitActions } from './actions.ts'
import { FindingLine } from './finding-line.tsx'
import styles from './fit.module.css'
import { FitChain } from './fit-chain.tsx'
import { GoalChance } from './goal-chance.tsx'
import { useFindings } from './use-findings.ts'

/** What does not fit yet, walked one by one: the list, what can be done about each, and the chain beside it. Nothing here blocks. */
export function FitPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, today, isPast } = useNetwork()
  return (
    <SeenAs snapshot={snapshot} assessment={assessmentOf(snapshot, ritual.cycleId, today)} isPast={isPast}>
      <Fit ritual={ritual} />
    </SeenAs>
  )
}

function Fit({ ritual }: { readonly ritual: Ritual }) {
  const { findings, current, open, isLead, isFollowing, step, choose, follow } = useFindings(ritual)
  useAction(fitActions.next, () => step(1))
  useAction(fitActions.previous, () => step(-1))
  // in another phase than the room the same key leads back to the room
  useAction(fitActions.follow, follow, { enabled: !isLead && ritual.phase === 'fit' })
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <p role="status">
          <b>{open}</b> of {counted(findings.length, 'finding')} to look at
        </p>
        {!isLead && (
          <Button size="small" aria-pressed={isFollowing} onClick={follow}>
            {isFollowing ? 'Following the room' : 'Follow the room'} <KeyHint keys="f" />
          </Button>
        )}
      </header>
      <GoalChance cycleId={ritual.cycleId} />
      {findings.length === 0 ? (
        <EmptyState title="Everything fits">
          No ring, no date that runs backwards, no ask without an answer, no node with more promises than it can keep.
        </EmptyState>
      ) : (
        <div className={styles['parts']}>
          <ol className={styles['list']} aria-label="Findings">
            {findings.map((finding) => (
              <FindingLine key={finding.id} finding={finding} isCurrent={finding === current} choose={() => choose(finding)} />
            ))}
          </ol>
          <div className={styles['beside']}>
            <FitChain finding={current} />
          </div>
        </div>
      )}
    </div>
  )
}
