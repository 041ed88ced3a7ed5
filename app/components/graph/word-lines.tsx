import { wrapWholeWords } from '../../../lib/layout/text.ts'
import styles from './word-lines.module.css'

type LinesProps = {
  readonly text: string
  /** room for a line at the size in which the words are written, in pixels of the screen */
  readonly width: number
  readonly most: number
}

const style = { size: 12, weight: 650 }

/** A name over a drawing in as many lines as there is room for; cut between words, never within one. */
export function WordLines({ text, width, most }: LinesProps) {
  const { lines } = wrapWholeWords(text, Math.max(width, 24), most, style)
  return (
    <span className={styles['lines']}>
      {lines.map((line, at) => (
        <span key={at}>{line}</span>
      ))}
    </span>
  )
}
