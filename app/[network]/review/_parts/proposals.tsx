'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Proposal } from '../../../../lib/domain/entity.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { compareInstants } from '../../../../lib/domain/time.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { KeyHints } from '../../../components/ui/key-hints.tsx'
import { DecidedLine } from './decided-line.tsx'
import { MergeGhost } from './ghosts.tsx'
import { OpenProposal } from './open-proposal.tsx'
import styles from './screen.module.css'
import { useCursor } from './use-cursor.ts'
import { useMayPropose } from './use-may-propose.ts'

const hints = [
  ['J K', 'next, before'],
  ['Y', 'accept'],
  ['X', 'decline'],
  ['E', 'change'],
  ['N', 'propose'],
] as const

function byDecision(a: Proposal, b: Proposal): number {
  return compareInstants(b.decidedAt ?? b.at, a.decidedAt ?? a.at)
}

type Props = { readonly first: string | null; readonly propose: () => void }

/** Open proposals, the chosen one with what it would do; below them what was decided. */
export function Proposals({ first, propose }: Props) {
  const { snapshot } = useNetwork()
  const mayPropose = useMayPropose()
  const all = listOf(snapshot, 'proposal')
  const open = all.filter(({ state }) => state === 'open')
  const decided = all.filter(({ state }) => state !== 'open').sort(byDecision)
  const { current, select, focus } = useCursor(
    open.map(({ id }) => id),
    first,
  )
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="open-proposals">
          <header className={styles['head']}>
            <h2 id="open-proposals">To decide</h2>
            <KeyHints hints={hints} />
          </header>
          <ul className={styles['list']}>
            {open.map((proposal) => (
              <OpenProposal
                key={proposal.id}
                proposal={proposal}
                isCurrent={proposal.id === current}
                select={() => select(proposal.id)}
                focus={focus}
              />
            ))}
          </ul>
        </section>
      )}
      {open.length === 0 && (
        <EmptyState
          title={decided.length === 0 ? 'Does every node still earn its place?' : 'Nothing to decide'}
          ghost={<MergeGhost />}
          action={
            mayPropose && (
              <Button tone="primary" onClick={propose}>
                Propose a change
              </Button>
            )
          }
        >
          Propose to add, merge, split or retire nodes. Everybody sees what would change before it is decided, and one undo takes it back.
        </EmptyState>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided-proposals">
          <header className={styles['head']}>
            <h2 id="decided-proposals">Decided</h2>
          </header>
          <ul className={styles['list']}>
            {decided.map((proposal) => (
              <DecidedLine key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
