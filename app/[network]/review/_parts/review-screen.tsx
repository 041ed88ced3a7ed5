'use client'
import dynamic from 'next/dynamic'
import { parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { counted } from '../../../components/graph/words.ts'
import { emptyDraft } from '../../../components/review/plan-draft.ts'
import { useAttention } from '../../../components/review/use-health.ts'
import { Button } from '../../../components/ui/button.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import { PageBody, PageFrame } from '../../../components/ui/page-frame.tsx'
import { otherListAction, proposeAction } from './actions.ts'
import { Proposals } from './proposals.tsx'
import { Relationships } from './relationships.tsx'
import styles from './screen.module.css'
import { useMayPropose } from './use-may-propose.ts'

const PlanDialog = dynamic(() => import('../../../components/review/plan-dialog.tsx').then(({ PlanDialog: loaded }) => loaded))

const parsers = { list: parseAsString, proposal: parseAsString }

/** What nodes there should be, and how the relationships between them go. */
export function ReviewScreen() {
  const { snapshot } = useNetwork()
  const [asked, setAsked] = useQueryStates(parsers)
  const [isProposing, setProposing] = useState(false)
  const mayPropose = useMayPropose()
  const list = asked.list === 'relationships' ? 'relationships' : 'proposals'
  const setList = (next: 'proposals' | 'relationships') => void setAsked({ list: next === 'proposals' ? null : next })
  const attention = useAttention()
  const open = listOf(snapshot, 'proposal').filter(({ state }) => state === 'open')
  useAction(proposeAction, () => setProposing(true), { enabled: mayPropose })
  useAction(otherListAction, () => setList(list === 'proposals' ? 'relationships' : 'proposals'))
  return (
    <PageFrame
      scope="review"
      title={takeaway(open.length, attention.length)}
      tools={
        <>
          <Choice
            label="Show"
            value={list}
            options={[
              { value: 'proposals', word: `Proposals ${open.length}`, title: 'What should become of the nodes' },
              { value: 'relationships', word: `Relationships ${attention.length}`, title: 'Exchanges to look at' },
            ]}
            onChoose={setList}
          />
          {mayPropose && (
            <Button size="small" tone="primary" onClick={() => setProposing(true)}>
              Propose … <KeyHint keys="n" />
            </Button>
          )}
        </>
      }
    >
      <PageBody className={styles['content']}>
        {list === 'proposals' ? <Proposals first={asked.proposal} propose={() => setProposing(true)} /> : <Relationships attention={attention} />}
      </PageBody>
      {isProposing && (
        <PlanDialog
          first={emptyDraft('merge', null)}
          onClose={() => setProposing(false)}
          onProposed={(id) => void setAsked({ list: null, proposal: id })}
        />
      )}
    </PageFrame>
  )
}

/** What waits, in one sentence. */
function takeaway(proposals: number, relationships: number): string {
  if (proposals + relationships === 0) return 'Nothing to decide, and every relationship was looked at of late.'
  const parts = [
    proposals > 0 ? `${counted(proposals, 'proposal')} to decide` : '',
    relationships > 0 ? `${counted(relationships, 'relationship')} to look at` : '',
  ]
  return `${parts.filter((part) => part !== '').join(', ')}.`
}
