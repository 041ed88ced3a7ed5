import type { Tally } from '../../../../../lib/domain/entity.ts'
import { meanOf, meanText, trustedFrom } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { counted } from '../../../../components/graph/words.ts'
import { confidenceWords } from './actions.ts'
import styles from './histogram.module.css'

type Props = { readonly name: string; readonly tally: Pick<Tally, 'counts' | 'voters'>; readonly isLarge?: boolean }

/** How the votes spread over 0 to 5, with their mean: the spread is the message, so each vote is one block. */
export function Histogram({ name, tally, isLarge = false }: Props) {
  const most = Math.max(1, ...tally.counts)
  const mean = meanOf(tally)
  const words = tally.counts.map((count, value) => `${count} × ${value}`).join(', ')
  return (
    <figure className={styles['histogram']} data-large={isLarge || undefined} data-low={mean < trustedFrom || undefined}>
      <figcaption>
        <b>{name}</b>
        <span>
          {meanText(mean)} <small>{counted(tally.voters, 'vote')}</small>
        </span>
      </figcaption>
      <div className={styles['bars']} role="img" aria-label={`${name}: mean ${meanText(mean)} of 5. ${words}`}>
        {confidenceWords.map((word, value) => (
          <span key={word} className={styles['bar']} title={word}>
            <i style={{ height: `${((tally.counts[value] ?? 0) / most) * 100}%` }} />
            <em>{tally.counts[value] || ''}</em>
            <small>{value}</small>
          </span>
        ))}
      </div>
    </figure>
  )
}
