'use client'
import type { KeyboardEvent } from 'react'
import type { Channel, Topic } from '../../../../../lib/domain/notify/topics.ts'
import styles from './told.module.css'
import { topicWords } from './topic-words.ts'

export type TopicWays = { readonly topic: Topic; readonly channels: readonly Channel[]; readonly mail: 'atOnce' | 'digest' }

type Props = {
  readonly topics: readonly TopicWays[]
  readonly digest: 'off' | 'daily' | 'weekly'
  /** why no mail comes at all; null where it can */
  readonly noMail: string | null
  readonly choose: (topic: Topic, channels: readonly Channel[]) => void
}

const columns: readonly { readonly channel: Channel; readonly word: string; readonly key: string }[] = [
  { channel: 'inApp', word: 'In Weft', key: '1' },
  { channel: 'mail', word: 'By mail', key: '2' },
]

function turned(channels: readonly Channel[], channel: Channel): readonly Channel[] {
  return channels.includes(channel) ? channels.filter((each) => each !== channel) : [...channels, channel]
}

/** How a mail comes, said where it is chosen: one that is a line of a digest comes to nobody who has none, but for asks in a planning. */
function mailWord({ topic, mail }: TopicWays, digest: Props['digest']): string {
  if (mail === 'atOnce') return 'at once'
  if (digest === 'off' && (topic === 'asks' || topic === 'promises')) return 'while planning'
  return digest === 'off' ? 'needs a digest' : digest
}

/** The switches of one row stand side by side: arrows lead through the column, 1 and 2 turn the switches of the row. */
function onKey(event: KeyboardEvent<HTMLTableElement>, turn: (row: number, column: number) => void): void {
  const at = event.target instanceof HTMLInputElement ? event.target.dataset['at'] : undefined
  const [row = 0, column = 0] = (at ?? '').split(' ').map(Number)
  if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const pressed = columns.findIndex(({ key }) => key === event.key)
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
  if (pressed < 0 && !step) return
  event.preventDefault()
  if (pressed >= 0) return turn(row, pressed)
  const [down = 0, right = 0] = step ?? []
  event.currentTarget.querySelector<HTMLElement>(`[data-at="${row + down} ${column + right}"]`)?.focus()
}

/** What one is told of, and on which ways: a switch for each. */
export function ToldTable({ topics, digest, noMail, choose }: Props) {
  const turn = (row: number, column: number) => {
    const [ways, way] = [topics[row], columns[column]]
    if (!ways || !way || (way.channel === 'mail' && noMail !== null)) return
    choose(ways.topic, turned(ways.channels, way.channel))
  }
  return (
    <table className={styles['table']} onKeyDown={(event) => onKey(event, turn)}>
      <thead>
        <tr>
          <th scope="col">What</th>
          {columns.map(({ channel, word, key }) => (
            <th key={channel} scope="col" className={styles['way']}>
              {word} <kbd>{key}</kbd>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((ways, row) => (
          <tr key={ways.topic}>
            <th scope="row">
              {topicWords[ways.topic].name}
              <small>{topicWords[ways.topic].says}</small>
            </th>
            {columns.map(({ channel, word }, column) => (
              <td key={channel} className={styles['way']}>
                <label>
                  <input
                    type="checkbox"
                    data-at={`${row} ${column}`}
                    aria-label={`${topicWords[ways.topic].name}: ${word.toLowerCase()}`}
                    checked={ways.channels.includes(channel) && (channel !== 'mail' || noMail === null)}
                    disabled={channel === 'mail' && noMail !== null}
                    onChange={() => turn(row, column)}
                  />
                  {channel === 'mail' && <span>{mailWord(ways, digest)}</span>}
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
