import { createHash } from 'node:crypto'
import type { Who } from '../../domain/access.ts'
import { call } from '../../domain/command/call.ts'
import { runCommands } from '../../domain/command/run.ts'
import type { Dependency, Person, PromiseMove, Terms } from '../../domain/entity.ts'
import { DomainError, type ErrorCode } from '../../domain/error.ts'
import { needName } from '../../domain/notify/names.ts'
import { moveSentence } from '../../domain/notify/words.ts'
import { type OpenMove, openMoves } from '../../domain/promise/moves.ts'
import { historyOf, nodesOfPromise } from '../../domain/promise/stand.ts'
import { settle } from '../../domain/promise/terms.ts'
import { undoableMinutes } from '../../domain/promise/undo-moves.ts'
import { moveWords } from '../../domain/promise/words.ts'
import { find, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn, formatInstant } from '../../domain/time.ts'
import type { Memberships } from '../access/memberships.ts'
import type { CommitContext, Store } from '../store-contract.ts'
import type { AnswerLink, AnswerLinks } from './answer-links.ts'

export type Answering = {
  readonly store: Pick<Store, 'read' | 'commit' | 'undo'>
  readonly memberships: Memberships
  readonly links: AnswerLinks
  /** the instant of the request, UTC */
  readonly now: string
}

/** What a link stands for now. */
type Open = {
  readonly link: AnswerLink
  readonly token: string
  readonly snapshot: Snapshot
  readonly who: Who
  readonly person: Person
  readonly need: Dependency
  /** the move, where it can be made now */
  readonly turn: OpenMove | null
  /** the move that this link made */
  readonly made: PromiseMove | null
}

/** One answer for every link that does nothing: wrong, over, used up, or no longer its person's to give. */
function over(): DomainError {
  return new DomainError('LINK_OVER', 'This link does not work any more. Sign in to see what waits for you, or wait for the next mail.')
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** The id of the move that a link makes: it follows from the link, so that two clicks are one move. */
function moveIdOf(token: string): string {
  return `move_${digestOf(token)}`
}

/** A link acts as its person, and has its own steps to undo. */
function actorOf({ person, token }: Pick<Open, 'person' | 'token'>): string {
  return `${person.id}/link_${digestOf(token).slice(0, 16)}`
}

async function whoOf({ memberships }: Answering, { networkId, personId }: AnswerLink): Promise<Who | null> {
  const { roles } = await memberships.of(networkId)
  const role = roles.get(personId)
  return role === undefined ? null : { personId, role, members: roles }
}

function turnOf(snapshot: Snapshot, { dependencyId, move, after }: AnswerLink, who: Who, now: string): OpenMove | null {
  const last = historyOf(snapshot, dependencyId).at(-1)?.id ?? ''
  if (last !== after) return null
  return openMoves(snapshot, dependencyId, who, dayIn(networkOf(snapshot).timeZone, now)).find((each) => each.move === move) ?? null
}

async function readNetwork(store: Answering['store'], networkId: string): Promise<Snapshot> {
  try {
    return await store.read(networkId)
  } catch (error) {
    throw error instanceof DomainError && error.code === 'NOT_FOUND' ? over() : error
  }
}

/** @throws DomainError LINK_OVER, the same for everything that is wrong with a link */
async function open(answering: Answering, token: string): Promise<Open> {
  const link = answering.links.verify(token, new Date(answering.now))
  if (!link) throw over()
  const snapshot = await readNetwork(answering.store, link.networkId)
  const who = await whoOf(answering, link)
  const [person, need] = [find(snapshot, 'person', link.personId), find(snapshot, 'dependency', link.dependencyId)]
  if (!who || !person || !need) throw over()
  const made = find(snapshot, 'promiseMove', moveIdOf(token)) ?? null
  const turn = made ? null : turnOf(snapshot, link, who, answering.now)
  if (!turn && !made) throw over()
  return { link, token, snapshot, who, person, need, turn, made }
}

function mayUndo({ snapshot, need, made }: Open, now: string): boolean {
  if (!made || historyOf(snapshot, need.id).at(-1)?.id !== made.id) return false
  return Date.parse(now) - Date.parse(made.at) <= undoableMinutes * 60_000
}

function sidesOf(snapshot: Snapshot, need: Dependency) {
  const { consumer, supplier } = nodesOfPromise(snapshot, need)
  const nodeName = (id: string | null) => find(snapshot, 'node', id)?.name ?? 'another node'
  return {
    consumer: nodeName(consumer),
    consumerKeyResult: find(snapshot, 'keyResult', need.consumerKeyResultId)?.title ?? '',
    supplier: nodeName(supplier),
    supplierKeyResult: find(snapshot, 'keyResult', need.supplierKeyResultId)?.title ?? null,
  }
}

/** What a link would do, or did, in words. */
function viewOf(opened: Open, now: string) {
  const { link, snapshot, person, need, turn, made } = opened
  const [what, sides] = [needName(snapshot, need), sidesOf(snapshot, need)]
  const label = turn?.label ?? moveWords[link.move].act
  const told = moveSentence(link.move, { actor: person.name, what, consumer: sides.consumer, supplier: sides.supplier })
  const { neededOn, promisedOn, condition } = need
  const table = settle(need, need.terms)
  return {
    state: made ? ('done' as const) : ('open' as const),
    network: { name: networkOf(snapshot).name },
    person: { name: person.name },
    move: link.move,
    label,
    sentence: made ? told : `“${label}” answers for ${person.name}: “${what}”, which ${sides.consumer} needs from ${sides.supplier}.`,
    dependency: { what, ...sides, neededOn, promisedOn, condition },
    onTable: { on: table.promisedOn, what: table.what, condition: table.condition, isProposed: need.terms !== null },
    needs: [...(turn?.needs ?? [])],
    expiresAt: formatInstant(link.expiresAt.getTime()),
    canUndo: mayUndo(opened, now),
  }
}

/** What a link would do; it writes nothing. @throws DomainError LINK_OVER */
export async function readAnswer(answering: Answering, token: string) {
  return viewOf(await open(answering, token), answering.now)
}

/** What is given with an answer, where the move needs it. */
export type Given = {
  readonly reason?: string | undefined
  /** what is proposed instead; a part that is left out stays as it lies on the table */
  readonly terms?: Partial<Omit<Terms, 'by'>> | undefined
  readonly promisedOn?: string | undefined
  readonly answerBy?: string | undefined
  readonly supplierKeyResultId?: string | undefined
}

/** What somebody can still put right; every other refusal means that the link is over. */
const repairable: ReadonlySet<ErrorCode> = new Set(['REASON_MISSING', 'TERMS_MISSING', 'VALIDATION', 'UNAVAILABLE', 'STORAGE_FULL'])

function contextOf(opened: Open, { now }: Answering): CommitContext {
  return { actor: actorOf(opened), who: opened.who, networkId: opened.link.networkId, now }
}

async function commitAnswer(answering: Answering, opened: Open, given: Given): Promise<void> {
  const { link, token, who } = opened
  const side = opened.turn?.side
  const input = { id: link.dependencyId, moveId: moveIdOf(token), move: link.move, ...(side && { side }), ...definedOf(given) }
  await answering.store.commit(contextOf(opened, answering), {
    name: 'promise.move',
    decide: (snapshot, ctx) => {
      if (!turnOf(snapshot, link, who, answering.now)) throw over()
      return runCommands(snapshot, [call('promise.move', input)], ctx)
    },
  })
}

function definedOf(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Gives the answer of a link, once: a second click is told what the first one did. @throws DomainError LINK_OVER, REASON_MISSING, TERMS_MISSING */
export async function giveAnswer(answering: Answering, token: string, given: Given) {
  const opened = await open(answering, token)
  if (opened.made) return viewOf(opened, answering.now)
  try {
    await commitAnswer(answering, opened, given)
  } catch (error) {
    if (!(error instanceof DomainError) || repairable.has(error.code)) throw error
  }
  return readAnswer(answering, token)
}

/** Takes the answer of a link back, within the rule of promises. @throws DomainError LINK_OVER, UNDO_TOO_LATE, PROMISE_MOVED_ON */
export async function undoAnswer(answering: Answering, token: string) {
  const opened = await open(answering, token)
  await answering.store.undo(contextOf(opened, answering))
  return readAnswer(answering, token)
}
