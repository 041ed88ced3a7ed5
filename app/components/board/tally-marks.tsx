import { PromiseMark } from '../promise/promise-mark.tsx'
import type { Tally } from './board-model.ts'
import styles from './tally-marks.module.css'

const classes = [
  { key: 'open', state: 'requested', word: 'without an answer' },
  { key: 'promised', state: 'promised', word: 'promised' },
  { key: 'trouble', state: 'revoked', word: 'late or refused' },
] as const

/** The counts of a cell: a shape and a number for each class that has any. */
export function TallyMarks({ tally }: { readonly tally: Tally }) {
  return (
    <span className={styles['tally']}>
      {classes.map(
        ({ key, state }) =>
          tally[key] > 0 && (
            <span key={key} data-class={key}>
              <PromiseMark state={state} size={15} />
              {tally[key]}
            </span>
          ),
      )}
    </span>
  )
}

/** The same in words: “2 promised, 1 late or refused”. */
export function tallyWords(tally: Tally): string {
  return classes
    .filter(({ key }) => tally[key] > 0)
    .map(({ key, word }) => `${tally[key]} ${word}`)
    .join(', ')
}

/** What the shapes mean. */
export function TallyLegend() {
  return (
    <p className={styles['legend']}>
      {classes.map(({ key, state, word }) => (
        <span key={key}>
          <PromiseMark state={state} size={15} /> {word}
        </span>
      ))}
    </p>
  )
}
