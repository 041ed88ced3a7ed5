'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { CommandCall } from '../../../../lib/domain/command/call.ts'
import { type NumberCard, numberCards, repeatCalls } from '../../../../lib/domain/ritual/check/numbers.ts'
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
    void mutate(repeatCalls(snapshot, cards, freshId), { toast: 'All told, the same as last week.' })
    next()
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
        {isOurs && left.length > 0 && <Button onClick={sameAll}>All the same as last week</Button>}
      </div>
      {shown.kind === 'keyResult' ? (
        <KeyResultCard
          key={shown.id}
          id={shown.id}
          tell={(calls) => tell(shown, calls)}
          same={same}
          skip={() => goOn(shown)}
          card={shown}
          isOurs={isOurs}
        />
      ) : (
        <HealthCard
          key={shown.id}
          id={shown.id}
          tell={(calls) => tell(shown, calls)}
          same={same}
          skip={() => goOn(shown)}
          card={shown}
          isOurs={isOurs}
        />
      )}
      <footer className={styles['foot']}>
        <Button tone={left.length === 0 ? 'primary' : 'quiet'} onClick={next}>
          {left.length === 0 ? 'Go on to promises' : 'Skip the rest'}
        </Button>
      </footer>
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
