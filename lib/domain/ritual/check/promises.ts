import type { Who } from '../../access.ts'
import { type CommandCall, call } from '../../command/call.ts'
import type { Dependency, Ritual, RitualItem } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { leadsOf } from '../../own-nodes.ts'
import { mentionOf } from '../../people/mentions.ts'
import { type OpenMove, openMoves } from '../../promise/moves.ts'
import { nodeOfSide } from '../../record-nodes.ts'
import { find, get, listOf, referring, type Snapshot } from '../../snapshot.ts'
import { threadsOn } from '../../talk/thread.ts'
import type { Side } from '../../vocabulary.ts'
import type { NewId } from './numbers.ts'
import { answerKeys, isSeenDifferently, lastSaid, type PromiseWord, type Said, valueOfWord, wordOf } from './words-said.ts'

/** A promise that a node gave or took, as its check asks about it. */
export type PromiseRow = {
  readonly dependencyId: string
  /** the side on which the node stands */
  readonly side: Side
  /** what the node answered in this check; null where it has not yet */
  readonly answer: PromiseWord | null
  /** what the other side said last */
  readonly theirs: Said | null
  readonly isSeenDifferently: boolean
}

const inForce: ReadonlySet<string> = new Set(['promised', 'delivered'])

function answersIn(snapshot: Snapshot, ritualId: string): Map<string, RitualItem> {
  const items = referring(snapshot, 'ritualItem', 'ritualId', ritualId).filter(({ kind }) => kind === 'answer')
  return new Map(items.toSorted((a, b) => a.rank - b.rank).map((item) => [`${item.key} ${item.about}`, item]))
}

/**
 * The promises between a node and others that are in force, or were answered in this check: what it gave, then what it took, in list order. What stays
 * inside the node is in neither.
 *
 * Cost O(dependencies + entries). Spec: CK20.
 */
export function promiseRows(snapshot: Snapshot, assessment: Assessment, ritual: Ritual): PromiseRow[] {
  const answers = answersIn(snapshot, ritual.id)
  const rowsOf = (side: Side) =>
    listOf(snapshot, 'dependency').flatMap((dependency): PromiseRow[] => {
      const facts = assessment.dependencies.get(dependency.id)
      const isOwn = nodeOfSide(snapshot, dependency, side) === ritual.nodeId && facts?.isInsideNode === false
      const answer = answers.get(`${answerKeys[side]} ${dependency.id}`)
      if (!isOwn || (assessment.cycleId !== null && facts.cycleId !== assessment.cycleId)) return []
      if (!inForce.has(dependency.state) && !answer) return []
      const theirs = lastSaid(snapshot, dependency, side === 'supplier' ? 'consumer' : 'supplier')
      const answered = answer ? wordOf(answer) : null
      return [{ dependencyId: dependency.id, side, answer: answered, theirs, isSeenDifferently: isSeenDifferently(snapshot, dependency) }]
    })
  return [...rowsOf('supplier'), ...rowsOf('consumer')]
}

/** What a node says of one promise. */
export type PromiseAnswer = {
  readonly dependencyId: string
  readonly side: Side
  readonly word: PromiseWord
  /** the new day, `YYYY-MM-DD`, where it comes later */
  readonly on: string | null
  /** a few words; empty where there are none */
  readonly note: string
}

export type AnswerContext = { readonly ritual: Ritual; readonly who: Who; readonly today: string; readonly newId: NewId }

/** The move of the promise that says the same as an answer, if it is who acts whose move it is. */
function moveFor(moves: readonly OpenMove[], { side, word, on }: PromiseAnswer): OpenMove | undefined {
  const mine = (name: OpenMove['move']) => moves.find(({ move, side: by }) => move === name && by === side)
  if (side === 'supplier') return word === 'yes' ? mine('deliver') : word === 'late' && on !== null ? mine('propose') : undefined
  if (word === 'yes') {
    const accept = mine('accept')
    return accept?.to === 'accepted' ? accept : undefined
  }
  return mine('notSatisfied') ?? (on === null ? undefined : mine('propose'))
}

function moveCall({ id, promisedOn, neededOn }: Dependency, { move, side }: OpenMove, answer: PromiseAnswer, newId: NewId): CommandCall[] {
  const { on, note, word } = answer
  if (move === 'propose' && on === (promisedOn ?? neededOn)) return []
  const said = note.trim()
  const reason = move === 'notSatisfied' && said === '' ? (word === 'late' ? 'It is not there yet.' : 'We are stuck: it is not there.') : said
  const terms = move === 'propose' ? { terms: { on } } : {}
  return [call('promise.move', { id, moveId: newId('promiseMove'), move, side, ...terms, ...(reason === '' ? {} : { reason }) })]
}

const mostMentions = 5

/** Who leads both sides, as mentions; nobody where nobody does. */
function bothSides(snapshot: Snapshot, dependency: Dependency, today: string): string {
  const sides: readonly Side[] = ['supplier', 'consumer']
  const leads = sides.flatMap((side) => {
    const nodeId = nodeOfSide(snapshot, dependency, side)
    return nodeId === null ? [] : leadsOf(snapshot, nodeId, today).slice(0, mostMentions)
  })
  return [...new Set(leads)].map((id) => `${mentionOf(id)} `).join('')
}

function threadText(snapshot: Snapshot, dependency: Dependency, { today }: Pick<AnswerContext, 'today'>): string {
  const nameOf = (side: Side) => find(snapshot, 'node', nodeOfSide(snapshot, dependency, side))?.name ?? 'The other side'
  const what = dependency.what === '' ? 'what was promised' : `“${dependency.what}”`
  const sides = `${nameOf('supplier')} says that ${what} is delivered, ${nameOf('consumer')} says that it is not there.`
  return `${bothSides(snapshot, dependency, today)}${sides} What is missing?`
}

/** The comment that opens a thread, unless one about this promise is open already. */
function threadCall(snapshot: Snapshot, dependency: Dependency, ctx: AnswerContext): CommandCall[] {
  const isOpen = threadsOn(snapshot, 'dependency', dependency.id).some(({ isResolved }) => !isResolved)
  if (isOpen || ctx.who.personId === null) return []
  const about = { subject: 'dependency', subjectId: dependency.id, parentId: null } as const
  return [call('comment.create', { id: ctx.newId('comment'), ...about, text: threadText(snapshot, dependency, ctx) })]
}

/**
 * An answer about a promise as commands of one change set: the entry that keeps it, the move where it is the move of who acts, and a thread that
 * mentions both sides where the other side says “delivered” and this one does not have it. Answered again, the entry is replaced.
 *
 * @throws DomainError NOT_FOUND where the promise is gone
 * Cost O(entries of the check + comments and moves of the promise). Spec: CK21-CK25.
 */
export function answerCalls(snapshot: Snapshot, answer: PromiseAnswer, ctx: AnswerContext): CommandCall[] {
  const dependency = get(snapshot, 'dependency', answer.dependencyId)
  const { side, word, on, note } = answer
  const before = answersIn(snapshot, ctx.ritual.id).get(`${answerKeys[side]} ${dependency.id}`)
  const again = before ? [call('ritualItem.delete', { id: before.id })] : []
  const kept = call('ritualItem.create', {
    id: ctx.newId('ritualItem'),
    ritualId: ctx.ritual.id,
    kind: 'answer',
    text: note.trim(),
    subject: 'dependency',
    about: dependency.id,
    nodeId: ctx.ritual.nodeId,
    key: answerKeys[side],
    value: valueOfWord(word),
    dueOn: word === 'late' ? on : null,
  })
  const move = moveFor(openMoves(snapshot, dependency.id, ctx.who, ctx.today), answer)
  const differs = side === 'consumer' && word !== 'yes' && lastSaid(snapshot, dependency, 'supplier')?.word === 'yes'
  return [...again, kept, ...(move ? moveCall(dependency, move, answer, ctx.newId) : []), ...(differs ? threadCall(snapshot, dependency, ctx) : [])]
}
