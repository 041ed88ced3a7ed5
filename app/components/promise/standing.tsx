'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useWho } from '../../../lib/client/who.ts'
import type { Who } from '../../../lib/domain/access.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { namesOfSide, turnsOf } from '../../../lib/domain/promise/turns.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Side } from '../../../lib/domain/vocabulary.ts'
import { listed, needInWords, shortDay } from '../graph/words.ts'
import styles from './promise.module.css'
import { markOf, PromiseMark } from './promise-mark.tsx'

/** The side that has to move next; null where nothing is waited for. A change that is pending is answered before anything else. */
export function sideToMove(snapshot: Snapshot, need: Dependency, who: Who, today: string): Side | null {
  const { all } = turnsOf(snapshot, need, who, today)
  const answer = all.find(({ row }) => row.move === 'agree') ?? all[0]
  return answer?.side ?? null
}

/** How a promise stands, in a shape and in words; whose move it is, by name; and by when. */
export function Standing({ need }: { readonly need: Dependency }) {
  const { snapshot, assessment, today } = useNetwork()
  const who = useWho()
  const facts = assessment.dependencies.get(need.id)
  if (!facts) return null
  const side = sideToMove(snapshot, need, who, today)
  const isBad = facts.marks.length > 0 || facts.condition === 'declined' || facts.condition === 'revoked'
  const dates = [
    need.neededOn && `needed by ${shortDay(need.neededOn, today)}`,
    need.promisedOn && `${facts.isPromised ? 'promised' : 'offered'} for ${shortDay(need.promisedOn, today)}`,
    need.answerBy && `answer by ${shortDay(need.answerBy, today)}`,
  ].filter(Boolean)
  const words = needInWords(facts)
  return (
    <div className={styles['standing']}>
      <PromiseMark state={markOf(facts)} size={26} />
      <div>
        <strong className={isBad ? styles['bad'] : undefined}>{words.slice(0, 1).toUpperCase() + words.slice(1)}</strong>
        {dates.length > 0 && <p>{dates.join(' · ')}</p>}
        {need.condition && <p>Met when: {need.condition}</p>}
        {side && <p>{turnSentence(snapshot, need, { side, who, today })}</p>}
      </div>
    </div>
  )
}

/** “Your move.” or “The move is with Talent: Zanele Dlamini.” */
function turnSentence(snapshot: Snapshot, need: Dependency, { side, who, today }: { side: Side; who: Who; today: string }): string {
  const { mine } = turnsOf(snapshot, need, who, today)
  const names = namesOfSide(snapshot, need, { side, who, today })
  if (mine.some((turn) => turn.side === side))
    return names.length > 1 || who.personId === null ? `It is the move of ${listed(names) || 'your side'}.` : 'It is your move.'
  const nodeId = side === 'supplier' ? (find(snapshot, 'node', need.supplierNodeId)?.id ?? null) : null
  const place = find(snapshot, 'node', nodeId)?.name
  if (names.length === 0) return `Nobody who can sign in speaks for ${place ?? 'that side'} yet.`
  return `It is the move of ${listed(names)}.`
}
