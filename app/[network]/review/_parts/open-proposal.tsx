'use client'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { ago } from '../../../../lib/client/instant-words.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useWho } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Proposal } from '../../../../lib/domain/entity.ts'
import { mayDecide, mayRevise } from '../../../../lib/domain/review/may.ts'
import { nodesNamedIn } from '../../../../lib/domain/review/plan-parts.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { PlanLookView } from '../../../components/review/plan-look.tsx'
import { usePlanLook } from '../../../components/review/use-preview.ts'
import { Button } from '../../../components/ui/button.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import { acceptAction, declineAction, reviseAction, withdrawAction } from './actions.ts'
import { DecideForm } from './decide-form.tsx'
import styles from './screen.module.css'

const ReviseDialog = dynamic(() => import('../../../components/review/plan-dialog.tsx').then(({ ReviseDialog: loaded }) => loaded))

type Props = { readonly proposal: Proposal; readonly isCurrent: boolean; readonly select: () => void; readonly focus: () => void }

/** A proposal to decide; chosen, it shows what it would do and takes the answer. */
export function OpenProposal({ proposal, isCurrent, select, focus }: Props) {
  const { snapshot } = useNetwork()
  const [now] = useState(() => Date.now())
  const name = find(snapshot, 'person', proposal.personId)?.name
  return (
    <li data-selected={isCurrent || undefined} className={styles['open']}>
      <button
        type="button"
        data-item={proposal.id}
        aria-expanded={isCurrent}
        className={styles['row']}
        onClick={select}
        tabIndex={isCurrent ? 0 : -1}
      >
        <strong>{proposal.title}</strong>
        <span className={styles['quiet']}>
          {name ?? 'Somebody'}, {ago(proposal.at, now)}
        </span>
      </button>
      {isCurrent && <Body proposal={proposal} focus={focus} />}
    </li>
  )
}

function Body({ proposal, focus }: { readonly proposal: Proposal; readonly focus: () => void }) {
  const { slug, snapshot, today } = useNetwork()
  const who = useWho()
  const look = usePlanLook(proposal.plan)
  const [answer, setAnswer] = useState<'accept' | 'decline' | null>(null)
  const [isRevising, setRevising] = useState(false)
  const [mayAnswer, mayChange] = [mayDecide(snapshot, who, today), mayRevise(snapshot, who, proposal, today)]
  const isFit = look !== null && 'preview' in look
  const withdraw = useWithdraw(proposal)
  useAction(acceptAction, () => setAnswer('accept'), { enabled: mayAnswer && isFit })
  useAction(declineAction, () => setAnswer('decline'), { enabled: mayAnswer })
  useAction(reviseAction, () => setRevising(true), { enabled: mayChange })
  useAction(withdrawAction, withdraw, { enabled: mayChange })
  const lit = nodesNamedIn(proposal.plan).filter((id) => find(snapshot, 'node', id))
  return (
    <div className={styles['body']}>
      {proposal.why && <p className={styles['why']}>{proposal.why}</p>}
      {look && <PlanLookView look={look} />}
      {answer !== null ? (
        <DecideForm
          proposal={proposal}
          answer={answer}
          onClose={() => {
            setAnswer(null)
            focus()
          }}
        />
      ) : (
        <div className={styles['buttons']}>
          {mayAnswer && (
            <>
              <Button tone="primary" size="small" disabled={!isFit} onClick={() => setAnswer('accept')}>
                Accept <KeyHint keys="y" />
              </Button>
              <Button size="small" onClick={() => setAnswer('decline')}>
                Decline <KeyHint keys="x" />
              </Button>
            </>
          )}
          {mayChange && (
            <>
              <Button size="small" tone="quiet" onClick={() => setRevising(true)}>
                Change <KeyHint keys="e" />
              </Button>
              <Button size="small" tone="quiet" onClick={withdraw}>
                Withdraw <KeyHint keys="w" />
              </Button>
            </>
          )}
          {!mayAnswer && <p className={styles['quiet']}>An editor or an owner of the network decides.</p>}
          {lit.length > 0 && (
            <Link className={styles['past']} href={`/${slug}/map?${new URLSearchParams({ lit: lit.join(',') })}`}>
              See it on the map
            </Link>
          )}
        </div>
      )}
      {isRevising && <ReviseDialog proposal={proposal} onClose={() => setRevising(false)} />}
    </div>
  )
}

function useWithdraw({ id, title }: Proposal): () => void {
  const mutate = useMutate()
  return () => void mutate([call('proposal.withdraw', { id })], { toast: `Withdrawn: ${title}` })
}
