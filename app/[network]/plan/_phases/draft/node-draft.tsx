'use client'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useClock } from '../../../../../lib/client/ritual/use-clock.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import type { Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { counted } from '../../../../components/graph/words.ts'
import { useSpeaksFor } from '../../../../components/promise/use-speaks-for.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { draftActions } from './actions.ts'
import { AddToPlan, useMayDraft } from './add-to-plan.tsx'
import styles from './draft.module.css'
import type { TakeTo } from './lines.ts'
import { NodePlan } from './node-plan.tsx'
import { Revealed } from './revealed.tsx'
import { SilentEditor } from './silent-editor.tsx'
import { type OwnDraft, useDraft } from './use-draft.ts'

type Props = { readonly ritual: Ritual; readonly node: Node; readonly to: TakeTo }

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
        {mayTake && <AddToPlan to={to} hasKeys={!isSilent} />}
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
