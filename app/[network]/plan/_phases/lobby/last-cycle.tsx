'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { previousCycle } from '../../../../../lib/domain/ritual/plan/cycles.ts'
import { keyResultsIn } from '../look-back/numbers.ts'
import { gradeActions, lobbyActions } from './actions.ts'
import { KeyResultRow } from './key-result-row.tsx'
import styles from './lobby.module.css'
import { useRollOver } from './use-roll-over.ts'

type Props = { readonly ritual: Ritual; readonly node: Node }

/** The key results of the last cycle, one by one: how far each came, and whether it goes on. */
export function LastCycle({ ritual, node }: Props) {
  const { snapshot } = useNetwork()
  const before = previousCycle(snapshot, ritual.cycleId)
  const keyResults = keyResultsIn(snapshot, node.id, before?.id ?? null)
  const [cursor, setCursor] = useState(0)
  const at = Math.min(cursor, keyResults.length - 1)
  const current = keyResults[at]
  const step = (by: number) => setCursor(Math.max(0, Math.min(keyResults.length - 1, at + by)))
  const { grade, rollOver, mayChange } = useRollOver(ritual, current)
  useAction(lobbyActions.next, () => step(1))
  useAction(lobbyActions.previous, () => step(-1))
  useAction(lobbyActions.carry, () => rollOver('carry'), { enabled: mayChange })
  useAction(lobbyActions.reshape, () => rollOver('reshape'), { enabled: mayChange })
  useAction(lobbyActions.drop, () => rollOver('drop'), { enabled: mayChange })
  if (!before) return <p className={styles['quiet']}>No cycle came before this one, so nothing is left to grade.</p>
  if (keyResults.length === 0) return <p className={styles['quiet']}>{`${node.name} had no key result in ${before.name}: nothing to grade.`}</p>
  return (
    <>
      {mayChange && gradeActions.map((action, tenth) => <GradeKey key={action.id} action={action} onGrade={() => grade(tenth / 10)} />)}
      <ul aria-label={`Key results of ${before.name}`}>
        {keyResults.map((keyResult, index) => (
          <KeyResultRow key={keyResult.id} ritual={ritual} keyResult={keyResult} isCurrent={index === at} choose={() => setCursor(index)} />
        ))}
      </ul>
    </>
  )
}

/** One of the eleven keys. Draws nothing. */
function GradeKey({ action, onGrade }: { readonly action: (typeof gradeActions)[number]; readonly onGrade: () => void }) {
  useAction(action, onGrade)
  return null
}
