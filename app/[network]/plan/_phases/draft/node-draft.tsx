'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useClock } from '../../../../../lib/client/ritual/use-clock.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { useMay } from '../../../../../lib/client/who.ts'
import { entitySchemas, type Node, type Ritual } from '../../../../../lib/domain/entity.ts'
import { counted } from '../../../../components/graph/words.ts'
import { useSpeaksFor } from '../../../../components/promise/use-speaks-for.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { draftActions } from './actions.ts'
import { AddLine } from './add-line.tsx'
import styles from './draft.module.css'
import type { DraftLine, TakeTo } from './lines.ts'
import { NodePlan } from './node-plan.tsx'
import { Revealed } from './revealed.tsx'
import { SilentEditor } from './silent-editor.tsx'
import { type OwnDraft, useDraft } from './use-draft.ts'

type Props = { readonly ritual: Ritual; readonly node: Node; readonly to: TakeTo }

/** An objective that is not there yet, to ask whether one may be made. */
function useMayDraft({ nodeId, cycleId }: TakeTo): boolean {
  return useMay('objective', entitySchemas.objective.parse({ id: 'obj_new', rank: 1, title: 'New', nodeId, cycleId }))
}

/** The draft of one node: in silence, then what all wrote, and below what stands in its plan. */
export function NodeDraft({ ritual, node, to }: Props) {
  const draft = useDraft(ritual, node.id)
  const mayTake = useMayDraft(to)
  const isSilent = draft.open === null
  return (
    <div className={styles['parts']}>
      <section className={styles['side']} aria-label={isSilent ? 'In silence' : 'Drafts'}>
        {isSilent ? <Silent ritual={ritual} node={node} draft={draft} /> : <Revealed drafts={draft.open ?? []} to={to} mayTake={mayTake} />}
      </section>
      <section className={styles['side']} aria-labelledby="node-plan">
        <h2 id="node-plan">The plan of {node.name}</h2>
        <NodePlan nodeId={node.id} cycleId={to.cycleId} />
        {mayTake && <Add to={to} hasKeys={!isSilent} />}
      </section>
    </div>
  )
}

const silentSeconds = 360

/** How long the silence still lasts, by the clock of the session. */
function useSilence(ritual: Ritual): string {
  const clock = useClock(ritual)
  if (!clock || clock.isPaused) return 'Write alone for six minutes: nobody sees a line of it before it is shown.'
  const left = Math.ceil((silentSeconds - (clock.total - clock.left)) / 60)
  if (left <= 0) return 'The six silent minutes are over: show each other what you wrote.'
  return `Write alone for ${counted(left, 'more minute')}: nobody sees a line of it before it is shown.`
}

function Silent({ ritual, node, draft }: { readonly ritual: Ritual; readonly node: Node; readonly draft: OwnDraft }) {
  const isLead = useLead(ritual)
  const speaks = useSpeaksFor(node.id)
  const mayReveal = isLead || speaks
  const silence = useSilence(ritual)
  const canReveal = mayReveal && draft.writers > 0
  useAction(draftActions.reveal, draft.reveal, { enabled: canReveal })
  return (
    <>
      <h2>In silence</h2>
      <p className={styles['quiet']}>{silence}</p>
      <SilentEditor draft={draft} />
      <footer className={styles['foot']}>
        <p role="status">
          {draft.writers === 0 ? 'Nobody has written yet' : counted(draft.writers, 'person has written', 'people have written')}
          {draft.isPending && ', yours is kept here and on its way'}
        </p>
        {mayReveal && (
          <Button tone={canReveal ? 'primary' : 'plain'} disabled={!canReveal} onClick={draft.reveal}>
            Show what we drafted <KeyHint keys="mod+Enter" />
          </Button>
        )}
      </footer>
    </>
  )
}

/** The way straight into the plan; its keys are those of the silent editor as long as that is there. */
function Add({ to, hasKeys }: { readonly to: TakeTo; readonly hasKeys: boolean }) {
  const { isPast } = useNetwork()
  const [kind, setKind] = useState<DraftLine['kind'] | null>(null)
  useAction(draftActions.objective, () => setKind('objective'), { enabled: hasKeys && !isPast })
  useAction(draftActions.keyResult, () => setKind('keyResult'), { enabled: hasKeys && !isPast })
  if (kind !== null) return <AddLine kind={kind} to={to} setKind={setKind} onLeave={() => setKind(null)} />
  return (
    <p className={styles['adds']}>
      <Button onClick={() => setKind('objective')}>Objective {hasKeys && <KeyHint keys="o" />}</Button>
      <Button onClick={() => setKind('keyResult')}>Key result {hasKeys && <KeyHint keys="n" />}</Button>
    </p>
  )
}
