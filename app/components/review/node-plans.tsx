'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { defineAction } from '../../../lib/client/actions/action.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../lib/client/who.ts'
import { networkOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import styles from './look-form.module.css'
import { emptyDraft } from './plan-draft.ts'

const PlanDialog = dynamic(() => import('./plan-dialog.tsx').then(({ PlanDialog: loaded }) => loaded))

const group = 'Selected record'
const kinds = ['merge', 'split', 'retire'] as const
type Kind = (typeof kinds)[number]

const actions = {
  merge: defineAction({ id: 'node.merge', title: 'Merge this node into another', group, scope: 'global', words: 'join combine propose review' }),
  split: defineAction({ id: 'node.split', title: 'Split this node', group, scope: 'global', words: 'divide propose review' }),
  retire: defineAction({ id: 'node.retire', title: 'Retire this node', group, scope: 'global', words: 'end close propose review' }),
}
const buttonWords = { merge: 'Merge …', split: 'Split …', retire: 'Retire …' } as const

/** What could become of a node: proposed by everybody who may comment, done at once by who may. */
export function NodePlans({ nodeId }: { readonly nodeId: string }) {
  const { snapshot } = useNetwork()
  const [kind, setKind] = useState<Kind | null>(null)
  const may = useMayAsk()('proposal', networkOf(snapshot))
  useAction(actions.merge, () => setKind('merge'), { enabled: may })
  useAction(actions.split, () => setKind('split'), { enabled: may })
  useAction(actions.retire, () => setKind('retire'), { enabled: may })
  if (!may) return null
  return (
    <div className={styles['buttons']}>
      {kinds.map((each) => (
        <Button key={each} size="small" aria-haspopup="dialog" onClick={() => setKind(each)}>
          {buttonWords[each]}
        </Button>
      ))}
      {kind && <PlanDialog first={emptyDraft(kind, nodeId)} onClose={() => setKind(null)} />}
    </div>
  )
}
