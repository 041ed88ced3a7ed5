'use client'
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { Refusal, useMayAsk, useWho } from '../../../lib/client/who.ts'
import type { Proposal, StructurePlan } from '../../../lib/domain/entity.ts'
import { mayDecide } from '../../../lib/domain/review/may.ts'
import { nodesNamedIn } from '../../../lib/domain/review/plan-parts.ts'
import { planTitle } from '../../../lib/domain/review/words.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { directCall } from './plan-calls.ts'
import { draftOf, type PlanDraft, planOf, withoutGone } from './plan-draft.ts'
import { KindChoice, PlanFields } from './plan-fields.tsx'
import { PlanLookView } from './plan-look.tsx'
import styles from './review.module.css'
import { usePlanLook } from './use-preview.ts'

type Props = {
  readonly first: PlanDraft
  /** the open proposal that is changed; a new one where absent */
  readonly proposal?: Proposal
  readonly onClose: () => void
  readonly onProposed?: (id: string) => void
}

/** A proposal as it was made, to be changed. */
export function ReviseDialog({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const { snapshot } = useNetwork()
  return <PlanDialog first={withoutGone(snapshot, draftOf(proposal.plan))} proposal={proposal} onClose={onClose} />
}

/** Whether this person could do the plan without asking anybody. */
function useMayDo(plan: StructurePlan | null): boolean {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  const mayAsk = useMayAsk()
  if (plan === null || plan.kind === 'add') return plan !== null && mayDecide(snapshot, who, today)
  return nodesNamedIn(plan).every((id) => mayAsk('node', find(snapshot, 'node', id)))
}

/** Says what should become of the nodes, shows what that would do, and proposes it; who may can do it at once. */
export function PlanDialog({ first, proposal, onClose, onProposed }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const [draft, setDraft] = useState(first)
  const [why, setWhy] = useState(proposal?.why ?? '')
  const plan = useMemo(() => planOf(snapshot, draft), [snapshot, draft])
  const look = usePlanLook(plan)
  const mayDo = useMayDo(plan) && !proposal
  const isFit = look !== null && 'preview' in look
  const propose = async (event?: FormEvent) => {
    event?.preventDefault()
    if (plan === null || !isFit) return
    const said = why.trim() || null
    const id = proposal?.id ?? freshId('proposal')
    const call = proposal
      ? ({ name: 'proposal.update', input: { id, set: { plan, why: said } } } as const)
      : ({ name: 'proposal.create', input: { id, plan, why: said } } as const)
    const done = await mutate([call], { toast: proposal ? 'The proposal is changed' : `Proposed: ${planTitle(snapshot, plan)}` })
    if (!done) return
    onClose()
    onProposed?.(id)
  }
  const doNow = async () => {
    if (plan !== null && isFit && (await mutate([directCall(plan)], { toast: `Done: ${planTitle(snapshot, plan)}` }))) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void propose()
  }
  return (
    <Refusal value={null}>
      <Dialog
        open
        size="large"
        title={proposal ? `Change “${proposal.title}”` : 'Propose a change of the network'}
        onClose={onClose}
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            {mayDo && (
              <Button disabled={!isFit} onClick={() => void doNow()}>
                Do it now
              </Button>
            )}
            <Button tone="primary" disabled={!isFit} onClick={() => void propose()}>
              {proposal ? 'Change it' : 'Propose'} <KeyHint keys="mod+Enter" />
            </Button>
          </>
        }
      >
        <form className={styles['form']} onSubmit={(event) => void propose(event)} onKeyDown={onKeyDown}>
          <KindChoice draft={draft} set={(change) => setDraft({ ...draft, ...change })} />
          <PlanFields draft={draft} set={(change) => setDraft({ ...draft, ...change })} />
          <TextField label="Why" value={why} placeholder="What gets better by it" onChange={(event) => setWhy(event.currentTarget.value)} />
          <section aria-label="What it would do" className={styles['would']}>
            <h3>{plan ? planTitle(snapshot, plan) : 'What it would do'}</h3>
            {look ? <PlanLookView look={look} /> : <p className={styles['quiet']}>Shows as soon as the plan is complete.</p>}
          </section>
        </form>
      </Dialog>
    </Refusal>
  )
}
