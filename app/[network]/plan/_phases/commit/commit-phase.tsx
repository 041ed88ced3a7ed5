'use client'
import { useMemo } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { commitSentence } from '../../../../../lib/domain/ritual/plan/commit-sentence.ts'
import { commitState } from '../../../../../lib/domain/ritual/plan/commit-state.ts'
import { counted } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { commitActions } from './actions.ts'
import styles from './commit.module.css'
import { OpenNeeds } from './open-needs.tsx'
import { Signatures } from './signatures.tsx'
import { useCommit } from './use-commit.ts'

/** The end of the session: what is planned, promised and open; leads sign, and one press commits it all. */
export function CommitPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, today } = useNetwork()
  const isLead = useLead(ritual)
  // the state depends on the day, which changes at midnight
  // biome-ignore lint/correctness/useExhaustiveDependencies: `today` stands for the instant
  const state = useMemo(() => commitState(snapshot, ritual, new Date().toISOString()), [snapshot, ritual, today])
  const commit = useCommit(ritual)
  useAction(commitActions.commit, commit, { enabled: isLead && state.isSettled })
  const loose = state.open.filter(({ isOwned }) => !isOwned).length
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <p className={styles['sum']} role="status">
          {commitSentence(state)}
        </p>
        {state.provisionalIds.length > 0 && (
          <p className={styles['quiet']}>
            {counted(state.provisionalIds.length, 'key result')} {state.provisionalIds.length === 1 ? 'is' : 'are'} not final until confirmed.
          </p>
        )}
        {isLead && (
          <Button tone="primary" className={styles['commit']} disabled={!state.isSettled} onClick={commit}>
            Commit the plan <KeyHint keys="mod+Enter" />
          </Button>
        )}
        {isLead && loose > 0 && (
          <p className={styles['quiet']}>Give {loose === 1 ? 'the open need' : `${loose} open needs`} an owner and a day first.</p>
        )}
      </header>
      <div className={styles['parts']}>
        <OpenNeeds ritual={ritual} open={state.open} />
        <Signatures ritual={ritual} state={state} isLead={isLead} />
      </div>
    </div>
  )
}
