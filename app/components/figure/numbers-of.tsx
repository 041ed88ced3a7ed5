'use client'
import { whatItFeeds } from '../../../lib/domain/measure/figure/contribution.ts'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import styles from './figure.module.css'
import { FigureCard } from './figure-card.tsx'
import { NamedSentence } from './named-sentence.tsx'
import { useFigures } from './use-figures.ts'

type Props = { readonly entity: 'node' | 'keyResult'; readonly id: string }

const kinds = { keyResult: ['chance', 'help', 'slip'], node: ['share', 'leans', 'capacity'] } as const

/** What changes nothing, and what is not known, is not worth a line in a panel. */
function isWorthSaying({ value }: Figure): boolean {
  return !['unknown', '0%', 'less than 1%', 'less than 1 in 100', '0 in 100'].includes(value)
}

/** The numbers of a node or a key result, each with its count, how it is worked out and where it is seen. */
export function NumbersOf({ entity, id }: Props) {
  const { figure, looked, state } = useFigures()
  const figures = kinds[entity].flatMap((kind) => figure(`${kind}:${id}`) ?? []).filter(isWorthSaying)
  const feeds = entity === 'node' ? whatItFeeds(looked, id) : []
  return (
    <div className={styles['figures']} aria-busy={state.step === 'measuring'}>
      {feeds.length > 1 && (
        <p data-said="feeds">
          Feeds the goal: <NamedSentence sentence={feeds} />
        </p>
      )}
      {figures.map((each) => (
        <FigureCard key={each.id} figure={each} />
      ))}
      {figures.length === 0 && state.step === 'measuring' && <p className={styles['quiet']}>Working out its numbers …</p>}
    </div>
  )
}
