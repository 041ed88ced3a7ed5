'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WhatIfAnswer } from '../../../../lib/client/what-if/protocol.ts'
import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import { toldInHundred } from '../../../../lib/domain/measure/report/said.ts'
import type { NodeLoss } from '../../../../lib/domain/measure/value/lose-nodes.ts'
import type { StatusChange } from '../../../../lib/domain/measure/what-if/compare.ts'
import type { ChanceChange } from '../../../../lib/domain/measure/what-if/losses.ts'
import { enumerate, keyResultPart, nodePart, type Sentence, words } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { NamedSentence } from '../../../components/figure/named-sentence.tsx'
import { counted } from '../../../components/graph/words.ts'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { chanceMove, isTold } from './chance-move.ts'
import { Circles } from './circles.tsx'
import own from './consequences.module.css'
import { Findings } from './findings.tsx'
import { Lines, Part } from './part.tsx'
import { StandInList } from './stand-ins.tsx'
import styles from './what-if.module.css'

type Props = { readonly answer: WhatIfAnswer; readonly onDrop: (needIds: readonly string[]) => void }

/** What would stop, who would be cut off, what would stand otherwise, and who could help. A part with nothing to say is not there. */
export function Consequences({ answer: { comparison, losses }, onDrop }: Props) {
  const stopped = new Set(losses.stoppedIds)
  const others = losses.chances.filter((change) => !stopped.has(change.keyResultId) && isTold(change))
  const { comes, goes, differs } = comparison.findings
  const told = [stopped.size, others.length, comparison.cutOffNodeIds.length, comparison.statuses.length, comes.length, goes.length, differs.length]
  const isQuiet = told.every((count) => count === 0)
  return (
    <div className={own['consequences']}>
      {stopped.size > 0 && <Stopped ids={losses.stoppedIds} />}
      {(losses.network || comparison.cutOffNodeIds.length > 0) && <CutOff loss={losses.network} alone={comparison.cutOffNodeIds} />}
      {comparison.goals.some(({ withoutRings }) => withoutRings) && <Circles rings={comparison.rings} onDrop={onDrop} />}
      <Findings changes={comparison.findings} />
      {others.length > 0 && <Chances changes={others} />}
      {comparison.statuses.length > 0 && <Statuses changes={comparison.statuses} />}
      {(losses.standIns.length > 0 || losses.absences.length > 0) && <StandInList standIns={losses.standIns} absences={losses.absences} />}
      {isQuiet && !losses.network && (
        <p className={styles['quiet']}>No key result has another chance or status, nobody is cut off, and nothing else is found.</p>
      )}
    </div>
  )
}

function Stopped({ ids }: { readonly ids: readonly string[] }) {
  const { snapshot } = useNetwork()
  return (
    <Part title={`What stops · ${ids.length}`}>
      <p className={styles['quiet']}>{counted(ids.length, 'key result')} would have no chance any more.</p>
      <Lines lines={ids.map((id) => ({ key: id, content: <NamedSentence takesFocusBack sentence={[keyResultPart(snapshot, id)]} /> }))} />
    </Part>
  )
}

/** Groups of two and more that would exchange nothing with the largest; who stands alone is told of apart. */
function partedSentences(snapshot: Snapshot, pieces: NodeLoss['pieces']): Sentence[] {
  const largest = Math.max(0, ...pieces.map(({ length }) => length))
  const at = pieces.findIndex(({ length }) => length === largest)
  return pieces.flatMap((ids, place) =>
    place === at || ids.length < 2
      ? []
      : [[...enumerate(ids.map((id) => [nodePart(snapshot, id)])), words(' would exchange with each other only, and nothing with the rest.')]],
  )
}

function lossSentences(snapshot: Snapshot, { pairsBefore, pairsCut, share, givenExchangeIds, receivedExchangeIds, pieces }: NodeLoss): Sentence[] {
  const [given, taken] = [givenExchangeIds.length, receivedExchangeIds.length]
  const told = [
    share === null
      ? 'Nothing moves between the others today.'
      : `${toldInHundred(share)} in 100 of the ways value moves between the others would be gone: ${pairsCut} of ${pairsBefore}.`,
    ...(given === 0 ? [] : [`${counted(given, 'deliverable')} would no longer be given.`]),
    ...(taken === 0 ? [] : [`${counted(taken, 'deliverable')} would have nobody to take ${taken === 1 ? 'it' : 'them'}.`]),
  ]
  return [...told.map((text) => [words(text)]), ...partedSentences(snapshot, pieces)]
}

function CutOff({ loss, alone }: { readonly loss: NodeLoss | null; readonly alone: readonly string[] }) {
  const { snapshot } = useNetwork()
  const apart: Sentence[] =
    alone.length === 0
      ? []
      : [[...enumerate(alone.map((id) => [nodePart(snapshot, id)])), words(' would have nobody left to exchange anything with.')]]
  const sentences = [...apart, ...(loss ? lossSentences(snapshot, loss) : [])]
  return (
    <Part title="In the value network">
      <ul>
        {sentences.map((sentence, at) => (
          <li key={at}>
            <NamedSentence takesFocusBack sentence={sentence} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Chances({ changes }: { readonly changes: readonly ChanceChange[] }) {
  const { snapshot } = useNetwork()
  const lines = changes.map(chanceMove).map(({ keyResultId, before, after, note }) => ({
    key: keyResultId,
    content: (
      <>
        <NamedSentence takesFocusBack sentence={[keyResultPart(snapshot, keyResultId)]} />
        <span className={own['move']}>
          {chanceText(before)} <span aria-hidden="true">→</span> <span className="visually-hidden">would be</span> <b>{chanceText(after)}</b>
          {note}
        </span>
      </>
    ),
  }))
  return (
    <Part title={`Key results with another chance · ${changes.length}`}>
      <Lines lines={lines} />
    </Part>
  )
}

function Statuses({ changes }: { readonly changes: readonly StatusChange[] }) {
  const { snapshot } = useNetwork()
  const badges = (statuses: StatusChange['before']) =>
    statuses.length === 0 ? 'nothing to say' : statuses.map((status) => <StatusBadge key={status} status={status} showWord />)
  const lines = changes.map(({ keyResultId, before, after }) => ({
    key: keyResultId,
    content: (
      <>
        <NamedSentence takesFocusBack sentence={[keyResultPart(snapshot, keyResultId)]} />
        <span className={own['move']}>
          {badges(before)} <span aria-hidden="true">→</span> <span className="visually-hidden">would be</span> {badges(after)}
        </span>
      </>
    ),
  }))
  return (
    <Part title={`Statuses that change · ${changes.length}`}>
      <Lines lines={lines} />
    </Part>
  )
}
