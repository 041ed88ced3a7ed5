'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useMyNode } from '../../../../../lib/client/ritual/use-my-node.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { quickAddContext } from '../../../../../lib/domain/quick-add/resolve.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { Choice } from '../../../../components/graph/drawing-bar.tsx'
import { draftActions } from './actions.ts'
import styles from './draft.module.css'
import { DraftBoard } from './draft-board.tsx'
import { NodeDraft } from './node-draft.tsx'

type View = 'node' | 'board'

/** Each node drafts: first everybody in silence, then together. The room sees how the nodes fill up, and not what is written. */
export function DraftPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, today } = useNetwork()
  const { isBig } = useBigScreen()
  const { node } = useMyNode(ritual)
  const [asked, setAsked] = useState<View>('node')
  const cycle = find(snapshot, 'cycle', ritual.cycleId)
  const context = useMemo(() => quickAddContext(snapshot, today, cycle), [snapshot, today, cycle])
  const view = isBig || node === null ? 'board' : asked
  useAction(draftActions.view, () => setAsked(view === 'board' ? 'node' : 'board'), { enabled: !isBig && node !== null })
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual" data-big={isBig || undefined}>
      {!isBig && node !== null && (
        <Choice
          label="Show"
          value={view}
          options={[
            { value: 'node', word: node.name, title: 'B switches' },
            { value: 'board', word: 'All nodes', title: 'B switches' },
          ]}
          onChoose={setAsked}
        />
      )}
      {view === 'node' && node !== null && cycle ? (
        <NodeDraft key={node.id} ritual={ritual} node={node} to={{ snapshot, nodeId: node.id, cycleId: cycle.id, context }} />
      ) : (
        <DraftBoard ritual={ritual} />
      )}
    </div>
  )
}
