'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../../lib/client/who.ts'
import { entitySchemas } from '../../../../../lib/domain/entity.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { draftActions } from './actions.ts'
import { AddLine } from './add-line.tsx'
import styles from './draft.module.css'
import type { DraftLine, TakeTo } from './lines.ts'

/** Whether objectives of a node may be made: asked with one that is not there yet. */
export function useMayDraft({ nodeId, cycleId }: TakeTo): boolean {
  return useMay('objective', entitySchemas.objective.parse({ id: 'obj_new', rank: 1, title: 'New', nodeId, cycleId }))
}

/** The way straight into the plan; its keys are those of the silent editor as long as that is there. */
export function AddToPlan({ to, hasKeys }: { readonly to: TakeTo; readonly hasKeys: boolean }) {
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
