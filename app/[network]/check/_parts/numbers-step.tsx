'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import type { CommandCall } from '../../../../lib/domain/command/call.ts'
import { leftToSay, type NumberCard, numberCards, repeatCalls, repeatedText } from '../../../../lib/domain/ritual/check/numbers.ts'
import { counted } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import type { StepProps } from './check-session.tsx'
import { HealthCard } from './health-card.tsx'
import { KeyResultCard } from './key-result-card.tsx'
import numbers from './numbers.module.css'

/** The card that is shown: the one that was chosen while it is there, else the first that nobody has told. */
function useCards({ ritual }: Pick<StepProps, 'ritual'>) {
  const { snapshot, assessment } = useNetwork()
  const cards = useMemo(() => numberCards(snapshot, assessment, ritual), [snapshot, assessment, ritual])
  const [chosen, choose] = useState<string | null>(null)
  const shown = cards.find(({ id }) => id === chosen) ?? cards.find(({ isTold }) => !isTold) ?? cards[0] ?? null
  return { snapshot, cards, shown, choose }
}

/** One card for each number of the node. Told, or the same as last week: then the next one comes; after the last one the promises. */
export function NumbersStep({ ritual, isOurs, next }: StepProps) {
  const mutate = useMutate()
  const { snapshot, cards, shown, choose } = useCards({ ritual })
  const left = cards.filter(({ isTold }) => !isTold)
  const isTelling = isOurs && left.length > 0
  const goOn = ({ id }: NumberCard) => {
    const other = left.find((card) => card.id !== id)
    choose(other?.id ?? null)
    if (!other) next()
  }
  const tell = (card: NumberCard, calls: readonly CommandCall[]) => {
    void mutate(calls)
    goOn(card)
  }
  const same = () => {
    if (!shown) return next()
    if (shown.isTold || !shown.canRepeat) return goOn(shown)
    return tell(shown, repeatCalls(snapshot, [shown], freshId))
  }
  const sameAll = () => {
    const calls = repeatCalls(snapshot, cards, freshId)
    const [unsaid, ...others] = leftToSay(cards)
    const words = repeatedText(calls.length, unsaid ? others.length + 1 : 0)
    if (calls.length > 0) void mutate(calls, { toast: words })
    else showToast(words)
    if (!unsaid) return next()
    choose(unsaid.id)
  }
  useAction(checkActions.same, same, { enabled: isOurs })
  useAction(checkActions.sameAll, sameAll, { enabled: isOurs })
  if (!shown) return <NoNumbers next={next} />
  return (
    <>
      <div className={numbers['bar']}>
        <ol className={numbers['dots']} aria-label="Numbers">
          {cards.map((card) => (
            <li key={card.id}>
              <button
                type="button"
                aria-label={`${card.title}, ${card.isTold ? 'told' : 'not told yet'}`}
                aria-current={card.id === shown.id || undefined}
                data-told={card.isTold || undefined}
                onClick={() => choose(card.id)}
              />
            </li>
          ))}
        </ol>
        <span className={styles['quiet']}>{left.length === 0 ? 'All told' : `${counted(left.length, 'number')} to tell`}</span>
        {isTelling && (
          <div className={styles['buttons']}>
            <Button onClick={sameAll}>All the same as last week</Button>
            <Button tone="quiet" onClick={next}>
              Skip the rest
            </Button>
          </div>
        )}
      </div>
      {shown.kind === 'keyResult' ? (
        <KeyResultCard
          key={shown.id}
          id={shown.id}
          tell={(calls) => tell(shown, calls)}
          same={same}
          skip={() => goOn(shown)}
          card={shown}
          ritualId={ritual.id}
          isOurs={isOurs}
          isFoot={isTelling}
        />
      ) : (
        <HealthCard
          key={shown.id}
          id={shown.id}
          tell={(calls) => tell(shown, calls)}
          same={same}
          skip={() => goOn(shown)}
          card={shown}
          ritualId={ritual.id}
          isOurs={isOurs}
          isFoot={isTelling}
        />
      )}
      {!isTelling && (
        <footer className={styles['foot']}>
          <Button tone="primary" onClick={next}>
            Go on to promises
          </Button>
        </footer>
      )}
    </>
  )
}

function NoNumbers({ next }: Pick<StepProps, 'next'>) {
  useAction(checkActions.next, next)
  return (
    <section className={styles['none']}>
      <p>This node has neither a key result in this cycle nor a health metric. Its promises come next.</p>
      <Button tone="primary" onClick={next}>
        Go on to promises
      </Button>
    </section>
  )
}
