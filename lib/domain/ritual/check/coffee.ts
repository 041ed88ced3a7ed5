import { type CommandCall, call } from '../../command/call.ts'
import { asId, type Id } from '../../ids.ts'
import { amountsIn } from '../../quick-add/quantity.ts'
import { find, get, type Snapshot } from '../../snapshot.ts'
import type { NewId } from './numbers.ts'

/** The five answers of a coffee. */
export type Coffee = {
  readonly ourNodeId: string
  /** a node that is there, or the name and area of one that is not yet */
  readonly partner: { readonly nodeId: string } | { readonly name: string; readonly areaId: string }
  /** whose job to be done it is, as a sentence */
  readonly job: string
  readonly weGive: string
  readonly theyGive: string
  /** what each is worth alone and both together, as people said it; null where they did not */
  readonly worth: { readonly ours: number; readonly theirs: number; readonly together: number } | null
  /** the first thing that is promised */
  readonly commitment: string
  /** who promises it */
  readonly promisedBy: 'us' | 'them'
  /** by when, `YYYY-MM-DD` */
  readonly on: string
  readonly cycleId: string
}

/** A line such as “test slots -> feedback from clinics”, as what each side gives. Cost O(length). Spec: CK52. */
export function giveAndGet(line: string): { readonly weGive: string; readonly theyGive: string } | null {
  const parts = line.split(/\s*(?:->|→|⇄|<->|↔)\s*/)
  const [weGive = '', theyGive = ''] = parts.map((part) => part.trim())
  return parts.length === 2 && weGive !== '' && theyGive !== '' ? { weGive, theyGive } : null
}

/** A line such as “40 + 25 -> 90” as what each is worth alone and both together; null where it holds no three numbers. Cost O(length). Spec: CK52. */
export function worthIn(line: string): NonNullable<Coffee['worth']> | null {
  const [ours, theirs, together, ...rest] = amountsIn(line)
  if (ours === undefined || theirs === undefined || together === undefined || rest.length > 0) return null
  return { ours, theirs, together }
}

/** What the session is called, and its id. */
type CoffeeContext = { readonly id: Id<'ritual'>; readonly newId: NewId; readonly title: string }

function exchangeCalls({ weGive, theyGive }: Coffee, { us, them, newId }: { us: string; them: string; newId: NewId }): CommandCall[] {
  const exchange = (from: string, to: string, deliverable: string) =>
    call('exchange.create', {
      id: newId('exchange'),
      fromNodeId: asId<'node'>(from),
      toNodeId: asId<'node'>(to),
      deliverable,
      kind: 'tangible',
    })
  return [...(weGive === '' ? [] : [exchange(us, them, weGive)]), ...(theyGive === '' ? [] : [exchange(them, us, theyGive)])]
}

type Ends = { readonly giver: string; readonly taker: string; readonly needId: Id<'dependency'> }

/** The draft objective of who takes, its first key result, and the promise that it needs: asked of them, or offered by us. */
function promiseCalls(coffee: Coffee, { giver, taker, needId }: Ends, newId: NewId): CommandCall[] {
  const { job, commitment, on, cycleId, promisedBy } = coffee
  const [objectiveId, keyResultId] = [newId('objective'), newId('keyResult')]
  const isOffer = promisedBy === 'us'
  return [
    call('objective.create', { id: objectiveId, nodeId: asId<'node'>(taker), cycleId: asId<'cycle'>(cycleId), title: job }),
    call('keyResult.create', { id: keyResultId, objectiveId, title: commitment, metric: { kind: 'boolean', current: 0 }, dueOn: on }),
    call('dependency.create', {
      id: needId,
      consumerKeyResultId: keyResultId,
      supplierNodeId: asId<'node'>(giver),
      what: commitment,
      strength: 1,
      state: isOffer ? 'offered' : 'requested',
      ...(isOffer ? { promisedOn: on } : { neededOn: on }),
    }),
  ]
}

type Sides = { readonly us: string; readonly them: string }

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** What each side is worth alone and both together, with the names of then. */
function worthText({ worth }: Coffee, { us, them }: Sides): string {
  if (!worth) return ''
  const [ours, theirs, together] = [worth.ours, worth.theirs, worth.together].map((each) => amounts.format(each))
  return `${us} alone ${ours}, ${them} alone ${theirs}, together ${together}`
}

function givesText({ weGive, theyGive }: Coffee, { us, them }: Sides): string {
  const given = [weGive === '' ? [] : `${us}: ${weGive}`, theyGive === '' ? [] : `${them}: ${theyGive}`]
  return given.flat().join(' ⇄ ')
}

/** What was said over the coffee, kept as entries of its session; the first promise with its day and who gives it. */
function sessionCalls(
  coffee: Coffee,
  { them, sides, ends }: { them: string; sides: Sides; ends: Ends },
  { id, newId, title }: CoffeeContext,
): CommandCall[] {
  const promise = { subject: 'dependency', about: ends.needId, nodeId: asId<'node'>(ends.giver), dueOn: coffee.on } as const
  const said = [
    { key: 'job', text: coffee.job },
    { key: 'gives', text: givesText(coffee, sides) },
    { key: 'worth', text: worthText(coffee, sides) },
    { key: 'commitment', text: coffee.commitment, ...promise },
  ]
  return [
    call('ritual.open', { id, kind: 'coffee', title, nodeId: asId<'node'>(them), isTogether: false }),
    ...said.flatMap((answer) =>
      answer.text === '' ? [] : [call('ritualItem.create', { id: newId('ritualItem'), ritualId: id, kind: 'answer', ...answer })],
    ),
    call('ritual.close', { id }),
  ]
}

/**
 * A coffee as commands of one change set: the partner's node where it is new, what each side gives as exchanges, a draft objective with a first key
 * result where the promise is taken, the promise, and the session with its answers.
 *
 * @throws DomainError NOT_FOUND where a node is gone
 * Cost O(1). Spec: CK51-CK54.
 */
export function coffeeCalls(snapshot: Snapshot, coffee: Coffee, ctx: CoffeeContext): CommandCall[] {
  const { newId } = ctx
  const { id: us, name: ourName } = get(snapshot, 'node', coffee.ourNodeId)
  const known = 'nodeId' in coffee.partner ? get(snapshot, 'node', coffee.partner.nodeId) : null
  const them = known?.id ?? newId('node')
  const isNew = 'name' in coffee.partner ? coffee.partner : null
  const node = isNew ? [call('node.create', { id: them, name: isNew.name, areaId: asId<'area'>(isNew.areaId), kind: 'external' })] : []
  const [giver, taker] = coffee.promisedBy === 'us' ? [us, them] : [them, us]
  const ends = { giver, taker, needId: newId('dependency') }
  const sides = { us: ourName, them: known?.name ?? isNew?.name ?? '' }
  return [
    ...node,
    ...exchangeCalls(coffee, { us, them, newId }),
    ...promiseCalls(coffee, ends, newId),
    ...sessionCalls(coffee, { them, sides, ends }, ctx),
  ]
}

/** What is missing before a coffee can end, as a sentence; null where nothing is. Cost O(1). Spec: CK51. */
export function coffeeFault(snapshot: Snapshot, coffee: Coffee): string | null {
  if ('nodeId' in coffee.partner && !find(snapshot, 'node', coffee.partner.nodeId)) return 'Say with whom.'
  if ('nodeId' in coffee.partner && coffee.partner.nodeId === coffee.ourNodeId) return 'A coffee is taken with somebody else. Choose another node.'
  if ('name' in coffee.partner && coffee.partner.name.trim() === '') return 'Say with whom.'
  if (coffee.job.trim() === '') return 'Say whose job is to be done.'
  if (coffee.weGive.trim() === '' && coffee.theyGive.trim() === '') return 'Say what one side gives.'
  return coffee.commitment.trim() === '' ? 'Say what is promised first.' : null
}
