'use client'
import { useMemo } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useWho } from '../../../../../lib/client/who.ts'
import { type CommandCall, call } from '../../../../../lib/domain/command/call.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import type { MarketLine } from '../../../../../lib/domain/promise/market.ts'
import { openMoves } from '../../../../../lib/domain/promise/moves.ts'
import { similarAsks } from '../../../../../lib/domain/promise/similar.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { marketActions } from './actions.ts'
import styles from './ask-row.module.css'

type Suggestion = { readonly sentence: string; readonly label: string; readonly calls: readonly CommandCall[]; readonly done: string }

function moveCall(dependencyId: string, move: 'withdraw' | 'promise', side: MarketLine['side']): CommandCall {
  return call('promise.move', { id: asId<'dependency'>(dependencyId), moveId: freshId('promiseMove'), move, side })
}

/** What the chosen ask has in common with another one, and what one press would do about it; null where nothing. */
function useSuggestion({ dependencyId, side }: MarketLine): Suggestion | null {
  const { snapshot, assessment, today } = useNetwork()
  const who = useWho()
  return useMemo(() => {
    const pair = similarAsks(snapshot, assessment).find((each) => each.dependencyIds.includes(dependencyId))
    if (!pair) return null
    const [older, newer] = pair.dependencyIds
    const other = find(snapshot, 'dependency', older === dependencyId ? newer : older)
    const taker = find(snapshot, 'node', assessment.dependencies.get(other?.id ?? '')?.consumerNodeId ?? null)?.name ?? ''
    const may = (id: string, move: string) => openMoves(snapshot, id, who, today).some((each) => each.move === move && each.side === side)
    if (side === 'consumer')
      return pair.isSameTaker && may(newer, 'withdraw')
        ? {
            sentence: `You ask for about the same twice: “${other?.what}”.`,
            label: 'Keep the first, withdraw the second',
            calls: [moveCall(newer, 'withdraw', side)],
            done: 'Merged: the first ask stands for both',
          }
        : null
    return may(older, 'promise') && may(newer, 'promise')
      ? {
          sentence: `${pair.isSameTaker ? 'The same node' : taker} asks for about the same: “${other?.what}”.`,
          label: 'Agree to both',
          calls: [moveCall(older, 'promise', side), moveCall(newer, 'promise', side)],
          done: 'Agreed to both asks',
        }
      : null
  }, [snapshot, assessment, today, who, dependencyId, side])
}

/** Says that another ask wants about the same, and settles both by one key. */
export function SimilarHint({ line }: { readonly line: MarketLine }) {
  const suggestion = useSuggestion(line)
  const mutate = useMutate()
  const merge = () => suggestion && void mutate(suggestion.calls, { toast: suggestion.done })
  useAction(marketActions.merge, merge, { enabled: suggestion !== null })
  if (!suggestion) return null
  return (
    <p className={styles['similar']}>
      <span>
        <span aria-hidden="true">≈ </span>
        {suggestion.sentence}
      </span>
      <Button size="small" onClick={merge}>
        {suggestion.label}
        <KeyHint keys="m" />
      </Button>
    </p>
  )
}
