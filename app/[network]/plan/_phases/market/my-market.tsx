'use client'
import { useMemo } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../../lib/client/who.ts'
import type { Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { marketOf } from '../../../../../lib/domain/promise/market.ts'
import { referring } from '../../../../../lib/domain/snapshot.ts'
import { askNeed } from '../../../../components/graph/connect-prompts.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { marketActions } from './actions.ts'
import { AskColumn } from './ask-column.tsx'
import { GiverLoadBar } from './giver-load-bar.tsx'
import styles from './market.module.css'
import { useMarketCursor } from './use-market-cursor.ts'
import { useTalks, useTalkToggle } from './use-talks.ts'

const needWords = { yours: 'Your move', theirs: 'Waiting for their answer', draft: 'Not asked yet', agreed: 'Agreed' } as const
const giveWords = { yours: 'Your answer, please', theirs: 'Waiting for their move', draft: '', agreed: 'Agreed' } as const

/** The market from the side of one node: what we need on the left, what others need from us on the right. */
export function MyMarket({ ritual, node }: { readonly ritual: Ritual; readonly node: Node }) {
  const { snapshot, assessment } = useNetwork()
  const market = useMemo(() => marketOf(snapshot, assessment, node.id), [snapshot, assessment, node.id])
  const cursor = useMarketCursor(market)
  const talks = useTalks(ritual)
  const toggle = useTalkToggle(ritual, talks)
  const [objective] = referring(snapshot, 'objective', 'nodeId', node.id)
  const mayAsk = useMay('objective', objective ?? node)
  const ask = () => askNeed({ consumerNodeId: node.id, isShown: true })
  const toggleTalk = (dependencyId: string) => toggle(dependencyId, node.id)
  useAction(marketActions.ask, ask, { enabled: mayAsk })
  useAction(marketActions.next, () => cursor.step(1))
  useAction(marketActions.previous, () => cursor.step(-1))
  return (
    <div className={styles['columns']}>
      <AskColumn
        title="We need"
        lines={market.needs}
        cursor={cursor}
        talks={talks}
        toggleTalk={toggleTalk}
        groupWords={needWords}
        head={
          mayAsk && (
            <Button size="small" onClick={ask}>
              <Icon name="plus" size={14} /> New ask <KeyHint keys="n" />
            </Button>
          )
        }
        empty={`${node.name} has asked for nothing yet. What can you not reach alone? Press N.`}
      />
      <AskColumn
        title="Others need from us"
        lines={market.gives}
        cursor={cursor}
        talks={talks}
        toggleTalk={toggleTalk}
        groupWords={giveWords}
        head={<GiverLoadBar load={market.load} />}
        empty={`Nobody has asked ${node.name} for anything yet. What comes stands here at once.`}
      />
    </div>
  )
}
