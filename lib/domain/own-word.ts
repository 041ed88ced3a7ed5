import { mayChange, type Who } from './access.ts'
import { withFields } from './change.ts'
import type { AnyEntity, Exchange } from './entity.ts'
import { DomainError } from './error.ts'
import { asId } from './ids.ts'
import { find, type Snapshot } from './snapshot.ts'

/** A record as it was, null where it is new, and as it is to be. */
type Said = { readonly before: AnyEntity | null; readonly after: AnyEntity }

/** What each end of an exchange says itself, nobody else for it. */
const wordsByEnd = {
  fromNodeId: ['valueBySender'],
  toNodeId: ['valueByReceiver', 'confirmed'],
} as const satisfies Partial<Record<keyof Exchange, readonly (keyof Exchange)[]>>

type End = keyof typeof wordsByEnd
type Word = (typeof wordsByEnd)[End][number]

const meaning: Record<Word, string> = {
  valueBySender: 'what this exchange is worth to the giver',
  valueByReceiver: 'what this exchange is worth to the receiver',
  confirmed: 'whether the receiver confirms this exchange',
}

/** What a node has said of an exchange so far. A rating goes along when an exchange is turned around; a confirmation is of one direction. */
function saidBefore(before: Exchange | null, nodeId: string, word: Word): number | boolean | null {
  if (before?.toNodeId === nodeId) return word === 'confirmed' ? before.confirmed : before.valueByReceiver
  return before?.fromNodeId === nodeId && word !== 'confirmed' ? before.valueBySender : null
}

/** That nobody has confirmed it yet is no word of the receiver’s, in whichever way it is written down. */
function isSilence(word: Word, known: unknown, said: unknown): boolean {
  return said === known || (word === 'confirmed' && known !== true && said !== true)
}

/** A word that stands where another node is now, and what that node has said itself. */
type Amiss = { readonly end: End; readonly word: Word; readonly own: number | boolean | null }

/**
 * The words of an exchange that would stand for a node that did not say them, where an end comes to another node.
 *
 * @returns each with what that node has said of the exchange itself, null where it was neither end
 * Cost O(1). Spec: AC22, AC25.
 */
export function wordsAmiss(before: Exchange, after: Exchange): Amiss[] {
  return entriesOf(wordsByEnd).flatMap(([end, words]) => {
    if (after[end] === before[end]) return []
    const said = words.map((word): Amiss => ({ end, word, own: saidBefore(before, after[end], word) }))
    return said.filter(({ word, own }) => !isSilence(word, own, after[word]))
  })
}

function refuseForeignWords(snapshot: Snapshot, who: Who, { before, after }: { before: Exchange | null; after: Exchange }, day: string): void {
  for (const [end, words] of entriesOf(wordsByEnd)) {
    const nodeId = after[end]
    const foreign = words.find((word) => !isSilence(word, saidBefore(before, nodeId, word), after[word]))
    const alone = { ...after, fromNodeId: nodeId, toNodeId: nodeId }
    if (foreign === undefined || mayChange(snapshot, who, { entity: 'exchange', record: alone }, day)) continue
    const name = find(snapshot, 'node', nodeId)?.name ?? nodeId
    const others = `Somebody who takes part in “${name}”, an editor or an owner of the network can`
    throw new DomainError('FORBIDDEN', `Only “${name}” says ${meaning[foreign]}. ${others}.`, {
      entity: 'exchange',
      id: after.id,
      faults: [{ path: foreign, message: `is for “${name}” to say`, remedy: `${others}; leave ${foreign} as it is.` }],
    })
  }
}

/** Guaranteed by `Object.entries`: the keys are those of the object, which has no others. */
function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][]
}

function refuseForeignName(who: Who, { id, ownerId }: { readonly id: string; readonly ownerId: string | null }): void {
  if (mayNameOthers(who) || ownerId === who.personId) return
  const others = 'An editor or an owner of the network can name somebody else.'
  throw new DomainError('FORBIDDEN', `You can accept a finding in your own name only. ${others}`, {
    entity: 'acceptance',
    id,
    faults: [{ path: 'ownerId', message: 'is somebody else', remedy: `Leave ownerId out. ${others}` }],
  })
}

/** Whether somebody may write down what somebody else said. Cost O(1). Spec: AC10. */
export function mayNameOthers(who: Who): boolean {
  return who.role === 'editor' || who.role === 'owner'
}

/** Whether somebody may change or take back what a person said; what nobody said in person is anybody's. Cost O(1). Spec: AC10, HI14. */
export function mayReword(who: Who, personId: string | null): boolean {
  return personId === null || personId === who.personId || mayNameOthers(who)
}

/** A what-if that is kept and a finding that is accepted are somebody's: of who does it, unless somebody is named. Cost O(1). Spec: AC23, AC24. */
export function inOwnName(who: Who, record: AnyEntity): AnyEntity {
  const isOwned = 'edits' in record || 'finding' in record
  return isOwned && record.ownerId === null && who.personId !== null ? { ...record, ownerId: asId<'person'>(who.personId) } : record
}

/**
 * An exchange that comes to another giver or receiver: what the edit does not say for them is what they have said themselves. Turned around,
 * ratings go along; who was neither end has said nothing yet. Any other edit is left as it is.
 *
 * @param named the fields that the edit names
 * Cost O(1). Spec: AC22.
 */
export function withOwnWords(before: AnyEntity, after: AnyEntity, named: object): AnyEntity {
  if (!('deliverable' in before && 'deliverable' in after)) return after
  const amiss = wordsAmiss(before, after).filter(({ word }) => !(word in named))
  return amiss.length === 0 ? after : withFields(after, Object.fromEntries(amiss.map(({ word, own }) => [word, own])))
}

/**
 * Keeps what only one side can say with that side: the ratings and the confirmation of an exchange with the node whose they are, an
 * acceptance with who accepts.
 *
 * @param day `YYYY-MM-DD` in the network's time zone
 * @throws DomainError FORBIDDEN with the field, and who can
 * Cost that of `mayChange`. Spec: AC22-AC24.
 */
export function requireOwnWord(snapshot: Snapshot, who: Who, { before, after }: Said, day: string): void {
  if ('deliverable' in after) refuseForeignWords(snapshot, who, { before: before && 'deliverable' in before ? before : null, after }, day)
  if ('finding' in after) refuseForeignName(who, after)
}
