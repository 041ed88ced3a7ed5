'use client'
import { useMemo, useState } from 'react'
import { aimText } from '../../../../../lib/client/metric-text.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../../lib/client/view.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { KeyResult, Objective } from '../../../../../lib/domain/entity.ts'
import { draftHints, type Hint } from '../../../../../lib/domain/ritual/plan/hints.ts'
import { find, referring } from '../../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../../components/graph/words.ts'
import { IconButton } from '../../../../components/ui/button.tsx'
import { EditText } from '../../../../components/ui/edit-text.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import styles from './draft.module.css'

type Props = { readonly nodeId: string; readonly cycleId: string }

/** What stands in the plan of a node: its objectives and key results, with a question beside each that may want one. */
export function NodePlan({ nodeId, cycleId }: Props) {
  const { snapshot } = useNetwork()
  const hints = useMemo(() => draftHints(snapshot, nodeId, cycleId), [snapshot, nodeId, cycleId])
  const objectives = referring(snapshot, 'objective', 'nodeId', nodeId).filter((each) => each.cycleId === cycleId)
  const about = (id: string) => hints.filter((hint) => hint.id === id)
  if (objectives.length === 0)
    return <p className={styles['quiet']}>Nothing yet. What this node drafts and takes stands here, and in the outline, at once.</p>
  return (
    <>
      <Hints hints={about(nodeId)} />
      <ul className={styles['plan']} aria-label="Plan of the node">
        {objectives.map((objective) => (
          <li key={objective.id}>
            <ObjectiveLine objective={objective} hints={about(objective.id)} />
            <ul>
              {referring(snapshot, 'keyResult', 'objectiveId', objective.id).map((keyResult) => (
                <li key={keyResult.id}>
                  <KeyResultLine keyResult={keyResult} hints={about(keyResult.id)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function ObjectiveLine({ objective: { id, title }, hints }: { readonly objective: Objective; readonly hints: readonly Hint[] }) {
  const mutate = useMutate()
  return (
    <div className={styles['objective']}>
      <EditText
        label="Title of the objective"
        value={title}
        place={{ entity: 'objective', id, field: 'title' }}
        onSave={(text, revision) => void mutate([call('objective.update', { id, set: { title: text }, revision })])}
      />
      <Details kind="objective" id={id} title={title} />
      <Hints hints={hints} />
    </div>
  )
}

function KeyResultLine({ keyResult, hints }: { readonly keyResult: KeyResult; readonly hints: readonly Hint[] }) {
  const { snapshot, today } = useNetwork()
  const mutate = useMutate()
  const { id, title, metric, dueOn, ownerId, carriedFromId } = keyResult
  const facts = [aimText(metric), dueOn && `by ${shortDay(dueOn, today)}`, find(snapshot, 'person', ownerId)?.name, carriedFromId && 'carried on']
  return (
    <div className={styles['keyResult']}>
      <EditText
        label="Title of the key result"
        value={title}
        place={{ entity: 'keyResult', id, field: 'title' }}
        onSave={(text, revision) => void mutate([call('keyResult.update', { id, set: { title: text }, revision })])}
      />
      <Details kind="kr" id={id} title={title} />
      <small>{facts.filter(Boolean).join(' · ')}</small>
      <Hints hints={hints} />
    </div>
  )
}

function Details({ kind, id, title }: { readonly kind: 'kr' | 'objective'; readonly id: string; readonly title: string }) {
  const { select } = useView()
  return (
    <IconButton label={`Open “${title}” beside`} className={styles['details']} onClick={() => select(kind, id)}>
      <Icon name="more" />
    </IconButton>
  )
}

/** Remarks beside a line. They ask and never block; who has an answer ready hides them for now. */
function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  const [hidden, setHidden] = useState<readonly string[]>([])
  const shown = hints.filter(({ rule }) => !hidden.includes(rule))
  if (shown.length === 0) return null
  return (
    <ul className={styles['hints']} aria-label="Hints">
      {shown.map(({ rule, text }) => (
        <li key={rule}>
          {text}
          <button type="button" aria-label={`Hide: ${text}`} onClick={() => setHidden([...hidden, rule])}>
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  )
}
