import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { type Change, reverseAll } from '../../../lib/domain/change.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { moveFields } from '../../../lib/domain/promise/effect.ts'
import { table } from '../../../lib/domain/promise/machine.ts'
import { historyOf } from '../../../lib/domain/promise/stand.ts'
import { applyChanges, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { formatInstant } from '../../../lib/domain/time.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { type PromiseMoveName, type PromiseState, promiseMoves, type Side } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { textOf } from '../sketch.ts'
import { network, type PersonOfTest, who } from './kit.ts'
import { replayed } from './replay.ts'
import { type Mover, type SpecRow, specTable } from './spec-table.ts'

type Actor = PersonOfTest | 'program'

/** What was done and can be taken back: by whom, when, and the network before. */
type Done = {
  readonly actor: Actor
  readonly changes: readonly Change[]
  readonly atMs: number
  readonly before: string
  readonly model: Model['promise']
}

/** The promise as the spec has it, beside the real network. */
type Model = {
  nowMs: number
  promise: { state: PromiseState; opener: Side; openedBy: Actor; counterer: Side | null; proposer: Side | null }
  done: Done[]
}

type Real = { snapshot: Snapshot; moveCount: number }

const sidesOf: Record<Actor, readonly Side[]> = {
  ana: ['consumer'],
  ben: ['supplier'],
  program: ['supplier', 'consumer'],
  carl: [],
  cleo: [],
  eva: [],
  olga: [],
  fay: [],
  vic: [],
}
const askers: ReadonlySet<Actor> = new Set(['ana', 'carl', 'eva', 'olga', 'program'])
const other = (side: Side): Side => (side === 'consumer' ? 'supplier' : 'consumer')

function sidesOfMover(by: Mover, { opener, counterer, proposer }: Model['promise']): readonly Side[] {
  if (by === 'consumer' || by === 'supplier') return [by]
  if (by === 'either') return ['supplier', 'consumer']
  if (by === 'opener') return [opener]
  if (by === 'answerer') return [other(counterer ?? other(opener))]
  if (proposer === null) return []
  return [by === 'proposer' ? proposer : other(proposer)]
}

type Turn = { readonly row: SpecRow; readonly side: Side }

/** Every turn that the spec allows now, with a move of that name. */
function turnsOf({ promise }: Model, move: PromiseMoveName): Turn[] {
  const holds = (row: SpecRow) =>
    row.move === move && row.from.includes(promise.state) && !row.isInside && (row.pending === null || row.pending === (promise.proposer !== null))
  return specTable.filter(holds).flatMap((row) => sidesOfMover(row.by, promise).map((side) => ({ row, side })))
}

function mayTake(model: Model, actor: Actor, { row, side }: Turn): boolean {
  if (row.move === 'request') return askers.has(actor)
  return sidesOf[actor].includes(side) || (row.by === 'opener' && actor !== 'program' && model.promise.openedBy === actor)
}

/** What the model makes of a turn. */
function modelAfter({ promise }: Model, actor: Actor, { row, side }: Turn): Model['promise'] {
  const opening = row.move === 'request' ? { opener: side, openedBy: actor } : {}
  const kept = row.move === 'bind' ? promise.proposer : null
  return { ...promise, ...opening, state: row.to, counterer: row.move === 'counter' ? side : null, proposer: row.move === 'propose' ? side : kept }
}

function whoOf(actor: Actor): Who {
  return actor === 'program' ? system : who(actor)
}

function codeOf(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

/** What holds after every step, whatever it was. */
function expectSound({ promise }: Model, { snapshot }: Real): void {
  const need = get(snapshot, 'dependency', 'd1')
  expect([need.state, need.counteredBy, need.terms?.by ?? null]).toEqual([promise.state, promise.counterer, promise.counterer ?? promise.proposer])
  const moves = historyOf(snapshot, 'd1')
  expect(moves.at(-1)?.to ?? 'draft').toBe(need.state)
  for (const [at, { from }] of moves.entries()) expect(from).toBe(moves[at - 1]?.to ?? 'draft')
  const made: Partial<Dependency> = { what: 'SSO live', condition: null, neededOn: '2027-03-01' as Dependency['neededOn'] }
  expect(replayed(snapshot, need, moves, { before: made })).toEqual(need)
}

class Move implements fc.Command<Model, Real> {
  readonly actor: Actor
  readonly move: PromiseMoveName
  readonly day: number

  constructor(actor: Actor, move: PromiseMoveName, day: number) {
    this.actor = actor
    this.move = move
    this.day = day
  }

  check(): boolean {
    return true
  }

  /** Whatever the rows of that move need; other terms every time. */
  given(rows: readonly SpecRow[], moveCount: number): object {
    const needs = new Set(rows.map((row) => row.needs))
    const terms = { on: `2027-04-${String(this.day).padStart(2, '0')}`, what: `SSO ${moveCount}` }
    return {
      ...(needs.has('reason') ? { reason: 'because' } : {}),
      ...(needs.has('terms') || (needs.has('may bring terms') && this.day % 2 === 0) ? { terms } : {}),
      ...(needs.has('day of the answer') ? { answerBy: '2027-04-30' } : {}),
      ...(needs.has('key result') ? { supplierKeyResultId: this.day % 2 ? 'spare' : 'give' } : {}),
    }
  }

  run(model: Model, real: Real): void {
    real.moveCount += 1
    const turns = turnsOf(model, this.move)
    const turn = turns.find((each) => mayTake(model, this.actor, each))
    const before = textOf(real.snapshot)
    const input = {
      id: 'd1',
      moveId: `move${real.moveCount}`,
      move: this.move,
      ...this.given(
        turns.map(({ row }) => row),
        real.moveCount,
      ),
    }
    const ctx = { actor: this.actor, who: whoOf(this.actor), now: formatInstant(model.nowMs) }
    let changes: Change[] = []
    const code = codeOf(() => {
      changes = runCommands(real.snapshot, [{ name: 'promise.move', input }], ctx)
    })
    expect(code).toBe(turn ? null : turns.length > 0 ? 'PROMISE_NOT_YOUR_MOVE' : 'PROMISE_NO_SUCH_MOVE')
    if (turn) {
      model.done.push({ actor: this.actor, changes, atMs: model.nowMs, before, model: model.promise })
      model.promise = modelAfter(model, this.actor, turn)
    } else expect(textOf(real.snapshot)).toBe(before)
    expectSound(model, real)
  }

  toString(): string {
    return `${this.actor} ${this.move}`
  }
}

/** Any move of those that somebody can make now: without it, most histories would end after two moves. */
class NextMove implements fc.Command<Model, Real> {
  readonly pick: number

  constructor(pick: number) {
    this.pick = pick
  }

  check(model: Readonly<Model>): boolean {
    return this.open(model).length > 0
  }

  open(model: Readonly<Model>): Move[] {
    const takers = (['ana', 'ben', 'carl'] as const).flatMap((actor) => promiseMoves.map((move) => ({ actor, move })))
    const possible = takers.filter(({ actor, move }) => turnsOf(model, move).some((turn) => mayTake(model, actor, turn)))
    return possible.map(({ actor, move }) => new Move(actor, move, 1 + (this.pick % 28)))
  }

  run(model: Model, real: Real): void {
    const open = this.open(model)
    open[this.pick % open.length]?.run(model, real)
  }

  toString(): string {
    return `move ${this.pick}`
  }
}

class Undo implements fc.Command<Model, Real> {
  readonly actor: Actor

  constructor(actor: Actor) {
    this.actor = actor
  }

  check({ done }: Readonly<Model>): boolean {
    return done.some(({ actor }) => actor === this.actor)
  }

  run(model: Model, real: Real): void {
    const at = model.done.findLastIndex(({ actor }) => actor === this.actor)
    const step = model.done[at]
    if (!step) return
    const expected = at < model.done.length - 1 ? 'PROMISE_MOVED_ON' : model.nowMs - step.atMs > 600_000 ? 'UNDO_TOO_LATE' : null
    const code = codeOf(() => {
      applyChanges(real.snapshot, decideUndo(real.snapshot, step.changes, { direction: 'undo', now: formatInstant(model.nowMs) }))
    })
    expect(code).toBe(expected)
    if (code === null) {
      expect(textOf(real.snapshot)).toBe(step.before)
      model.done.pop()
      model.promise = step.model
    }
    expectSound(model, real)
  }

  toString(): string {
    return `${this.actor} undoes`
  }
}

class Wait implements fc.Command<Model, Real> {
  readonly minutes: number

  constructor(minutes: number) {
    this.minutes = minutes
  }

  check(): boolean {
    return true
  }

  run(model: Model): void {
    model.nowMs += this.minutes * 60_000
  }

  toString(): string {
    return `${this.minutes} minutes pass`
  }
}

/** A change of structure: it is made and taken back again, and the promise is the same before, between and after. */
class Restructure implements fc.Command<Model, Real> {
  readonly call: CommandCall

  constructor(call: CommandCall) {
    this.call = call
  }

  check(): boolean {
    return true
  }

  run(model: Model, real: Real): void {
    const ctx = { actor: 'cli', who: system, now: formatInstant(model.nowMs) }
    const held = () => moveFields.map((field) => get(real.snapshot, 'dependency', 'd1')[field])
    const [before, text] = [held(), textOf(real.snapshot)]
    const changes = runCommands(real.snapshot, [this.call], ctx)
    expect(held()).toEqual(before)
    applyChanges(real.snapshot, reverseAll(changes))
    expect(textOf(real.snapshot)).toBe(text)
  }

  toString(): string {
    return this.call.name
  }
}

const actors: readonly Actor[] = ['ana', 'ben', 'ana', 'ben', 'program', 'carl', 'cleo', 'eva', 'fay', 'vic']
const anyActor = fc.constantFrom(...actors)
const structural: readonly CommandCall[] = [
  { name: 'keyResult.delete', input: { id: 'give', carry: true } },
  { name: 'node.delete', input: { id: 'third', carry: true } },
  { name: 'participation.update', input: { id: 'pa2', set: { until: '2027-02-01' } } },
  { name: 'objective.update', input: { id: 'obj_give', set: { nodeId: 'third' } } },
]
const anyNext = fc.nat(999).map((pick) => new NextMove(pick))
const anyStep = [
  anyNext,
  anyNext,
  anyNext,
  fc
    .record({ actor: anyActor, move: fc.constantFrom(...promiseMoves), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ actor, move, day }) => new Move(actor, move, day)),
  anyActor.map((actor) => new Undo(actor)),
  fc.integer({ min: 1, max: 12 }).map((minutes) => new Wait(minutes)),
  fc.constantFrom(...structural).map((call) => new Restructure(call)),
]

function fresh(): { model: Model; real: Real } {
  const need = { supplier: 'give', consumer: 'need', what: 'SSO live', state: 'draft', neededOn: '2027-03-01', supplierNodeId: 'platform' }
  return {
    model: {
      nowMs: Date.parse('2027-02-10T09:00:00Z'),
      promise: { state: 'draft', opener: 'consumer', openedBy: 'program', counterer: null, proposer: null },
      done: [],
    },
    real: { snapshot: network([need]), moveCount: 0 },
  }
}

describe('the machine against the table of the spec', () => {
  test('PR10-PR35: code and spec have the same rows', () => {
    const rowsOf = (rows: readonly Pick<SpecRow, 'rule' | 'from' | 'by' | 'move' | 'to'>[]) =>
      rows.map(({ rule, from, by, move, to }) => ({ rule, from: from.toSorted(), by, move, to }))
    expect(specTable).toHaveLength(26)
    expect(rowsOf(table)).toEqual(rowsOf(specTable.filter(({ rule }) => rule !== 'PR12')))
  })

  test('PR47: whoever does whatever, only who may changes anything, and the moves tell the record', () => {
    const reached = new Set<PromiseState>()
    fc.assert(
      fc.property(fc.commands(anyStep, { maxCommands: 60, size: 'max' }), (steps) => {
        const start = fresh()
        fc.modelRun(() => start, steps)
        for (const { to } of historyOf(start.real.snapshot, 'd1')) reached.add(to)
      }),
      { numRuns: runs(150) },
    )
    expect([...reached].toSorted()).toEqual([
      'accepted',
      'cancelled',
      'countered',
      'declined',
      'deferred',
      'delivered',
      'promised',
      'requested',
      'revoked',
      'withdrawn',
    ])
  })
})
