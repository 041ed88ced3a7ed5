import type { OverlayNumber } from '../../../lib/domain/measure/overlay/result-numbers.ts'
import styles from './numbers.module.css'

type Props = {
  readonly number: OverlayNumber | undefined
  /** whether there is room for the count behind it */
  readonly hasRoom: boolean
}

/** A number at the lower edge of a mark, at a size that can be read at any scale; nothing where the mark has none. */
export function NumberTag({ number, hasRoom }: Props) {
  if (!number) return null
  return (
    <span className={styles['tag']} data-number={number.value} data-unknown={number.value === '–' || undefined}>
      <b>{number.value}</b>
      {hasRoom && <span>{number.count}</span>}
    </span>
  )
}

/** What a mark says, with its number. */
export function withNumber(words: string, number: OverlayNumber | undefined): string {
  return number ? `${words}, ${number.said}` : words
}
