'use client'
import { useEffect, useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { assessmentOf } from '../../../../../lib/client/network/assessment.ts'
import { SeenAs, useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { loadRunner } from '../../../../../lib/client/network/shown.ts'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { useMyNode } from '../../../../../lib/client/ritual/use-my-node.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { Choice } from '../../../../components/graph/drawing-bar.tsx'
import { marketActions } from './actions.ts'
import styles from './market.module.css'
import { MarketBoard } from './market-board.tsx'
import { MyMarket } from './my-market.tsx'

type View = 'board' | 'node'

/** The market of asks: the room sees who gives to whom, each node what it needs and what others need from it. All of it is live. */
export function MarketPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, today, isPast } = useNetwork()
  return (
    <SeenAs snapshot={snapshot} assessment={assessmentOf(snapshot, ritual.cycleId, today)} isPast={isPast}>
      <Market ritual={ritual} />
    </SeenAs>
  )
}

function Market({ ritual }: { readonly ritual: Ritual }) {
  const { assessment } = useNetwork()
  const isLead = useLead(ritual)
  const { isBig } = useBigScreen()
  const { node } = useMyNode(ritual)
  const [asked, setAsked] = useState<View | null>(null)
  const view = node === null ? 'board' : (asked ?? (isBig || isLead ? 'board' : 'node'))
  const { promised, open, refused } = assessment.network.coverage
  // an answer is given whatever becomes of the line meanwhile
  useEffect(() => void loadRunner().catch(() => undefined), [])
  useAction(marketActions.view, () => setAsked(view === 'board' ? 'node' : 'board'), { enabled: node !== null })
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <p className={styles['takeaway']} role="status">
          <span>
            <b>{promised}</b> agreed
          </span>{' '}
          <span>
            <b>{open}</b> without an answer
          </span>{' '}
          <span>
            <b>{refused}</b> refused
          </span>
        </p>
        <div className={styles['tools']}>
          {node !== null && (
            <Choice
              label="Show"
              value={view}
              options={[
                { value: 'board', word: 'The board', title: 'B switches' },
                { value: 'node', word: node.name, title: 'B switches' },
              ]}
              onChoose={setAsked}
            />
          )}
        </div>
      </header>
      {view === 'node' && node !== null ? <MyMarket key={node.id} ritual={ritual} node={node} /> : <MarketBoard ritual={ritual} />}
    </div>
  )
}
