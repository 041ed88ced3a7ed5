'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { giverLoad, type MarketLine } from '../../../../../lib/domain/promise/market.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { counted, listed, shortDay, stateWords } from '../../../../components/graph/words.ts'
import { markOf, PromiseMark } from '../../../../components/promise/promise-mark.tsx'
import { useAreaTones } from '../../../../components/ui/area-tone.ts'
import styles from './ask-row.module.css'
import { GiverLoadBar } from './giver-load-bar.tsx'
import type { Talk } from './use-talks.ts'

type Props = {
  readonly line: MarketLine
  readonly isCurrent: boolean
  readonly isTabStop: boolean
  readonly talk: Talk | undefined
  readonly choose: () => void
  readonly open: () => void
}

/** “asked 3 days ago”, “promised”; whose move it is says the group. */
function standing(state: keyof typeof stateWords, ageDays: number | null): string {
  const word = stateWords[state]
  if (ageDays === null || state === 'promised') return word
  return `${word} ${ageDays === 0 ? 'today' : `${counted(ageDays, 'day')} ago`}`
}

/** One ask of a column: what, with whom, for which key result, by when, and what is wrong with its day. A press chooses it; two, or Enter, open it beside. */
export function AskRow({ line, isCurrent, isTabStop, talk, choose, open }: Props) {
  const { snapshot, assessment, today } = useNetwork()
  const tones = useAreaTones()
  const need = find(snapshot, 'dependency', line.dependencyId)
  const facts = assessment.dependencies.get(line.dependencyId)
  if (!need || !facts) return null
  const other = find(snapshot, 'node', line.otherNodeId)
  const on = need.terms?.on ?? need.promisedOn
  const isTooLate = line.backwardsDays > 0
  return (
    <button
      type="button"
      className={styles['row']}
      data-item={need.id}
      data-record={need.id}
      data-backwards={isTooLate || undefined}
      aria-current={isCurrent || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={({ detail }) => (detail === 1 ? choose() : open())}
      onFocus={choose}
    >
      <PromiseMark state={markOf(facts)} name={stateWords[need.state]} />
      <span className={styles['text']}>
        <span className={styles['what']}>{need.what || 'Something not named yet'}</span>
        <span className={styles['with']}>
          <i style={{ background: tones.get(other?.areaId ?? '')?.colour }} />
          {line.side === 'consumer' ? 'from' : 'for'} {other?.name ?? 'a node that went'}
          {' · '}
          {find(snapshot, 'keyResult', need.consumerKeyResultId)?.title}
        </span>
        {talk && (
          <span className={styles['talk']}>
            <span aria-hidden="true">⇄</span> {talk.names.length > 0 ? `${listed(talk.names)} talk about it` : 'Both sides talk about it'}
          </span>
        )}
        {line.side === 'consumer' && line.group === 'theirs' && line.otherNodeId !== null && (
          <GiverLoadBar load={giverLoad(snapshot, assessment, line.otherNodeId)} isSlim />
        )}
      </span>
      <span className={styles['when']}>
        <span>{need.neededOn ? `by ${shortDay(need.neededOn, today)}` : 'no date'}</span>
        {on !== null && on !== need.neededOn && (
          <span>
            {need.terms ? 'proposed' : 'promised'} {shortDay(on, today)}
          </span>
        )}
        {isTooLate ? (
          <b className={styles['late']}>
            <span aria-hidden="true">⚠ </span>
            {counted(line.backwardsDays, 'day')} too late
          </b>
        ) : (
          <span className={styles['standing']}>{standing(need.state, line.ageDays)}</span>
        )}
      </span>
    </button>
  )
}
