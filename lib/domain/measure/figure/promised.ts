import { promiseClass } from '../../okr/promise-class.ts'
import { words } from '../../plan/sentence.ts'
import { find } from '../../snapshot.ts'
import { counted } from '../report/said.ts'
import { relianceSentence } from '../report/sentence-exchange.ts'
import { promisedSentence } from '../report/sentence-promised.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

const how =
  'Counts every need of the cycle that is asked for: promised, delivered and accepted ones count as promised; offered, requested, countered and deferred ones wait; declined and revoked ones stay, because the need is still there. Drafts and ended needs are left out. Source: commitment conversations (Winograd and Flores 1986).'

/** How much of what is needed is promised: “8 of 12”. Null until it is counted. Cost O(needs). Spec: IN2. */
export function promisedFigure({ results }: Looked): Figure | null {
  if (!results.promises) return null
  const { states } = results.promises
  const asked = Object.entries(states).filter(([, state]) => promiseClass(state) !== 'draft' && promiseClass(state) !== 'ended')
  const kept = asked.filter(([, state]) => promiseClass(state) === 'promised').length
  return {
    id: 'promised',
    name: 'Promised so far',
    value: asked.length === 0 ? 'unknown' : `${kept} of ${asked.length}`,
    reading: promisedSentence(states)?.sentence ?? [words('Nobody has asked for anything yet.')],
    count: counted(asked.length, 'need'),
    how,
    shown: asked.length === 0 ? null : shownOf({ dependencyIds: asked.map(([id]) => id) }),
  }
}

/** A need between nodes that exchange nothing. Null where there is an exchange, or the need is none between nodes. Cost O(needs). Spec: IN8. */
export function missingFigure({ snapshot, results }: Looked, dependencyId: string): Figure | null {
  const { promises } = results
  if (!promises?.needsWithoutExchange.includes(dependencyId)) return null
  const reading = relianceSentence(snapshot, dependencyId)
  if (!reading) return null
  const need = find(snapshot, 'dependency', dependencyId)
  return {
    id: `missing:${dependencyId}`,
    name: 'Missing relationship',
    value: need?.what || 'one need',
    reading,
    count: `one of ${counted(promises.needsWithoutExchange.length, 'such need')}, of ${promises.crossNode} between nodes`,
    how: 'A need of a key result on another node, where the value map has no exchange from that node to this one.',
    shown: shownOf({ dependencyIds: [dependencyId] }),
  }
}
