'use client'
import { isApart, type StatementKey, spreadInWords, statements } from '../../../lib/domain/ritual/check/statements.ts'
import type { StatementAnswer } from '../../../lib/domain/ritual/sealed.ts'
import type { Spread } from '../../../lib/domain/ritual/spread.ts'
import styles from './statements.module.css'

/** What is known of one statement here: the own vote, and the spread once it is open. */
export type StatementView = { readonly mine: StatementAnswer | null; readonly spread: Omit<Spread, 'nodeId'> | null }

type Props = {
  readonly views: Readonly<Record<StatementKey, StatementView>>
  readonly current: StatementKey | null
  readonly vote: (key: StatementKey, answer: StatementAnswer) => void
}

/** Green first, as it is read; shape and letter carry the colour. */
const colours = [
  { value: 2, name: 'Green', letter: 'G', tone: 'green' },
  { value: 1, name: 'Yellow', letter: 'Y', tone: 'yellow' },
  { value: 0, name: 'Red', letter: 'R', tone: 'red' },
] as const

const trends = [
  { value: 1, name: 'rising', sign: '↑' },
  { value: 0, name: 'steady', sign: '→' },
  { value: -1, name: 'falling', sign: '↓' },
] as const

/** The five statements: a colour and an arrow for each; once a statement is open, its spread in place of the choice. */
export function StatementList({ views, current, vote }: Props) {
  return (
    <ol className={styles['list']}>
      {statements.map(({ key, text }) => {
        const { mine, spread } = views[key]
        return (
          <li key={key} data-current={current === key || undefined} aria-label={text}>
            <p>{text}</p>
            {spread ? <SpreadBar spread={spread} /> : <Choice mine={mine} text={text} vote={(answer) => vote(key, answer)} />}
          </li>
        )
      })}
    </ol>
  )
}

type ChoiceProps = { readonly mine: StatementAnswer | null; readonly text: string; readonly vote: (answer: StatementAnswer) => void }

function Choice({ mine, text, vote }: ChoiceProps) {
  return (
    <div className={styles['choice']}>
      <div role="group" aria-label={`Your vote: ${text}`} className={styles['colours']}>
        {colours.map(({ value, name, letter, tone }) => (
          <button
            key={value}
            type="button"
            data-tone={tone}
            aria-label={name}
            aria-pressed={mine?.colour === value}
            onClick={() => vote({ colour: value, trend: mine?.trend ?? 0 })}
          >
            {letter}
          </button>
        ))}
      </div>
      <div role="group" aria-label={`Where it goes: ${text}`} className={styles['trends']}>
        {trends.map(({ value, name, sign }) => (
          <button
            key={value}
            type="button"
            aria-label={name}
            disabled={mine === null}
            aria-pressed={mine?.trend === value}
            onClick={() => mine && vote({ ...mine, trend: value })}
          >
            {sign}
          </button>
        ))}
      </div>
    </div>
  )
}

/** How votes are spread: one block for each vote, green first. People who are far apart have something to talk about. */
export function SpreadBar({ spread }: { readonly spread: Omit<Spread, 'nodeId'> }) {
  return (
    <div className={styles['spread']}>
      <div className={styles['blocks']} aria-hidden="true">
        {colours.flatMap(({ value, tone, letter }) =>
          Array.from({ length: spread.counts[value] ?? 0 }, (_, at) => (
            <i key={`${tone} ${at}`} data-tone={tone}>
              {letter}
            </i>
          )),
        )}
      </div>
      <small>
        {spreadInWords(spread)}
        {isApart(spread) && <b> You are apart here: talk about this one.</b>}
      </small>
    </div>
  )
}
