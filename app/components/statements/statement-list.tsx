'use client'
import { isApart, type StatementKey, spreadInWords, statements } from '../../../lib/domain/ritual/check/statements.ts'
import type { StatementAnswer } from '../../../lib/domain/ritual/sealed.ts'
import type { Spread } from '../../../lib/domain/ritual/spread.ts'
import { leastVoters } from '../../../lib/domain/vocabulary.ts'
import styles from './statements.module.css'

/** What is known of one statement here: the own vote, whether it is over, and its spread where that may be read. */
export type StatementView = {
  readonly mine: StatementAnswer | null
  readonly isRevealed: boolean
  readonly spread: Omit<Spread, 'nodeId'> | null
}

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
        const { mine, isRevealed, spread } = views[key]
        return (
          <li key={key} data-current={current === key || undefined} aria-label={text}>
            <p>{text}</p>
            {isRevealed ? <Opened spread={spread} /> : <Choice mine={mine} text={text} vote={(answer) => vote(key, answer)} />}
          </li>
        )
      })}
    </ol>
  )
}

/** Few votes would tell who cast them: they stay with the people of the node. */
function Opened({ spread }: Pick<StatementView, 'spread'>) {
  if (spread) return <SpreadBar spread={spread} />
  return <small>Fewer than {leastVoters} have voted, so the people of the node keep it.</small>
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
