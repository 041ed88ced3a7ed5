import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { applyChanges, fork, get, listOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo, nextSteps, type OwnChangeSet } from '../../../lib/domain/undo.ts'
import { runs } from '../../property-runs.ts'
import { needsNetwork, textOf } from '../sketch.ts'

const ctx: CommandContext = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }
const undone = { direction: 'undo', now: ctx.now } as const
const metric = { kind: 'increase', baseline: 0, target: 10, current: 2 }

function network(): Snapshot {
  return needsNetwork({ a: { metric }, b: {} }, [{ supplier: 'a', consumer: 'b' }])
}

function run(snapshot: Snapshot, ...calls: CommandCall[]) {
  return runCommands(snapshot, calls, ctx)
}

function undo(snapshot: Snapshot, changes: readonly Change[]): Change[] {
  const reversed = decideUndo(snapshot, changes, undone)
  applyChanges(snapshot, reversed)
  return reversed
}

function refusalOf(snapshot: Snapshot, changes: readonly Change[]): DomainError {
  try {
    decideUndo(snapshot, changes, undone)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('an undo', () => {
  test('CH30: takes a change set back and leaves alone what others did to other fields', () => {
    const snapshot = network()
    const mine = run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Mine', metric: { target: 12 } } }))
    run(snapshot, call('keyResult.update', { id: 'a', set: { confidence: 0.5, metric: { current: 4 } } }))
    undo(snapshot, mine)
    expect(get(snapshot, 'keyResult', 'a')).toMatchObject({ title: 'a', confidence: 0.5, metric: { target: 10, current: 4 } })
  })

  test('CH31: is refused where a field was changed since, and names it', () => {
    const snapshot = network()
    const mine = run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Mine', confidence: 0.5 } }))
    run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Theirs' } }))
    const before = textOf(snapshot)
    const error = refusalOf(snapshot, mine)
    expect([error.code, error.details['fields']]).toEqual(['UNDO_CHANGED_SINCE', ['title']])
    expect(error.message).toContain('Theirs')
    expect(textOf(snapshot)).toBe(before)
  })

  test('CH31: a field that has the same value again does not refuse it', () => {
    const snapshot = network()
    const mine = run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Mine' } }))
    run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Theirs' } }))
    run(snapshot, call('keyResult.update', { id: 'a', set: { title: 'Mine' } }))
    undo(snapshot, mine)
    expect(get(snapshot, 'keyResult', 'a').title).toBe('a')
  })

  test('CH31: a metric that changed its kind since refuses the undo of one of its parts', () => {
    const snapshot = network()
    const mine = run(snapshot, call('keyResult.update', { id: 'a', set: { metric: { target: 12 } } }))
    run(snapshot, call('keyResult.update', { id: 'a', set: { metric: { kind: 'boolean', current: 1 } } }))
    expect(refusalOf(snapshot, mine).code).toBe('UNDO_CHANGED_SINCE')
  })

  test('CH31: of an edit is refused where the record was deleted since, and of a delete where it is there again', () => {
    const edited = network()
    const edit = run(edited, call('node.update', { id: 'node_a', set: { name: 'Mine' } }))
    run(edited, call('node.delete', { id: 'node_a', carry: true }))
    expect(refusalOf(edited, edit).code).toBe('UNDO_CHANGED_SINCE')
    const deleted = network()
    const removal = run(deleted, call('keyResult.delete', { id: 'a', carry: true }))
    run(deleted, call('keyResult.create', { id: 'a', objectiveId: 'obj_a', title: 'again', metric: { kind: 'boolean' } }))
    expect(refusalOf(deleted, removal).code).toBe('UNDO_CHANGED_SINCE')
  })

  test('CH31: of a creation is refused where the record was edited since', () => {
    const snapshot = network()
    const mine = run(snapshot, call('area.create', { id: 'new', name: 'New' }))
    run(snapshot, call('area.update', { id: 'new', set: { name: 'Theirs' } }))
    expect(refusalOf(snapshot, mine).code).toBe('UNDO_CHANGED_SINCE')
  })

  test('CH32: is refused where somebody hung something on what would go', () => {
    const snapshot = network()
    const mine = run(snapshot, call('node.create', { id: 'new', areaId: 'area', name: 'New' }))
    run(snapshot, call('exchange.create', { id: 'e', fromNodeId: 'node_a', toNodeId: 'new', deliverable: 'Trust', kind: 'intangible' }))
    const error = refusalOf(snapshot, mine)
    expect(error.code).toBe('UNDO_STILL_USED')
    expect(error.message).toContain('Trust')
  })

  test('CH32: not where what hangs on it goes in the same undo, or lets go of it in the same undo', () => {
    const snapshot = network()
    const before = textOf(snapshot)
    const together = run(
      snapshot,
      call('node.create', { id: 'new', areaId: 'area', name: 'New' }),
      call('exchange.create', { id: 'e', fromNodeId: 'node_a', toNodeId: 'new', deliverable: 'Trust', kind: 'intangible' }),
      call('objective.update', { id: 'obj_b', set: { nodeId: 'new' } }),
      call('goal.create', { id: 'g', name: 'G' }),
      call('objective.update', { id: 'obj_b', set: { goalIds: ['g'] } }),
    )
    undo(snapshot, together)
    expect(textOf(snapshot)).toBe(before)
  })

  test('CH33: is refused where what would come back refers to something that was deleted since', () => {
    const snapshot = network()
    const mine = run(snapshot, call('keyResult.delete', { id: 'b', carry: true }))
    run(snapshot, call('objective.delete', { id: 'obj_b' }))
    expect(refusalOf(snapshot, mine).code).toBe('UNDO_STILL_USED')
    const moved = network()
    const move = run(moved, call('objective.update', { id: 'obj_b', set: { nodeId: 'node_a' } }))
    run(moved, call('node.delete', { id: 'node_b' }))
    expect(refusalOf(moved, move).code).toBe('UNDO_STILL_USED')
  })

  test('CH34: is refused where its field would no longer go with what others changed', () => {
    const snapshot = network()
    run(
      snapshot,
      call('node.create', { id: 'c', areaId: 'area', name: 'C' }),
      call('exchange.create', { id: 'e', fromNodeId: 'node_a', toNodeId: 'node_b', deliverable: 'E', kind: 'tangible' }),
    )
    const mine = run(snapshot, call('exchange.update', { id: 'e', set: { fromNodeId: 'c' } }))
    run(snapshot, call('exchange.update', { id: 'e', set: { toNodeId: 'node_a' } }))
    expect(refusalOf(snapshot, mine).code).toBe('UNDO_CHANGED_SINCE')
    const cycles = network()
    const earlier = run(cycles, call('cycle.update', { id: 'q', set: { startsOn: '2026-01-01' } }))
    run(cycles, call('cycle.update', { id: 'q', set: { endsOn: '2026-02-01' } }))
    expect(refusalOf(cycles, earlier).code).toBe('UNDO_CHANGED_SINCE')
  })

  test('CH35: of an undo brings back what it took (redo)', () => {
    const snapshot = network()
    const mine = run(snapshot, call('node.delete', { id: 'node_a', carry: true }))
    const after = textOf(snapshot)
    const back = undo(snapshot, mine)
    undo(snapshot, back)
    expect(textOf(snapshot)).toBe(after)
  })

  test('CH36: a node that comes back where its place was given away takes the next free one, and moves nobody', () => {
    const snapshot = network()
    const mine = run(snapshot, call('node.delete', { id: 'node_a', carry: true }))
    run(snapshot, call('node.create', { id: 'new', areaId: 'area', name: 'New' }))
    expect(get(snapshot, 'node', 'new').slot).toBe(1)
    const fresh = needsNetwork({}, [])
    run(fresh, call('node.create', { id: 'x', areaId: 'area', name: 'X' }), call('node.create', { id: 'y', areaId: 'area', name: 'Y' }))
    const gone = run(fresh, call('node.delete', { id: 'x' }))
    run(fresh, call('node.create', { id: 'z', areaId: 'area', name: 'Z' }))
    undo(fresh, gone)
    expect(listOf(fresh, 'node').map(({ id, slot }) => [id, slot])).toEqual([
      ['x', 2],
      ['y', 1],
      ['z', 0],
    ])
    expect(mine.length).toBeGreaterThan(0)
  })

  test('CH36: a node that moves back to its ring, too, and both sides of that change name the same paths', () => {
    const snapshot = needsNetwork({}, [])
    run(snapshot, call('area.create', { id: 'other', name: 'Other' }), call('node.create', { id: 'x', areaId: 'area', name: 'X' }))
    const move = run(snapshot, call('node.update', { id: 'x', set: { areaId: 'other' } }))
    run(snapshot, call('node.create', { id: 'z', areaId: 'area', name: 'Z' }))
    const [back] = undo(snapshot, move)
    expect(get(snapshot, 'node', 'x')).toMatchObject({ areaId: 'area', slot: 1 })
    expect(Object.keys(back?.before ?? {}).sort()).toEqual(Object.keys(back?.after ?? {}).sort())
    undo(snapshot, back ? [back] : [])
    expect(get(snapshot, 'node', 'x')).toMatchObject({ areaId: 'other', slot: 0 })
  })
})

describe('what comes next', () => {
  const set = (id: string, undoOf: string | null = null): OwnChangeSet => ({ id, undoOf })

  test('CH37: nothing done, nothing to undo or redo', () => {
    expect(nextSteps([])).toEqual({ undo: null, redo: null })
  })

  test('CH37: the last command is undone first, then the one before', () => {
    expect(nextSteps([set('1'), set('2')])).toEqual({ undo: '2', redo: null })
    expect(nextSteps([set('1'), set('2'), set('3', '2')])).toEqual({ undo: '1', redo: '3' })
    expect(nextSteps([set('1'), set('2'), set('3', '2'), set('4', '1')])).toEqual({ undo: null, redo: '4' })
  })

  test('CH37: redo brings back in the other order, and can be undone again', () => {
    const undone = [set('1'), set('2'), set('3', '2'), set('4', '1')]
    expect(nextSteps([...undone, set('5', '4')])).toEqual({ undo: '1', redo: '3' })
    expect(nextSteps([...undone, set('5', '4'), set('6', '3')])).toEqual({ undo: '2', redo: null })
    expect(nextSteps([...undone, set('5', '4'), set('6', '3'), set('7', '2')])).toEqual({ undo: '1', redo: '7' })
  })

  test('CH37: a new command ends what could be redone', () => {
    expect(nextSteps([set('1'), set('2'), set('3', '2'), set('4')])).toEqual({ undo: '4', redo: null })
    expect(nextSteps([set('1'), set('2'), set('3', '2'), set('4'), set('5', '4')])).toEqual({ undo: '1', redo: '5' })
  })

  /** A plain editor with two stacks: what undo and redo are everywhere. */
  function twoStacks(moves: readonly ('do' | 'undo' | 'redo')[]) {
    const [sets, texts]: [OwnChangeSet[], { done: number[]; undone: number[] }] = [[], { done: [], undone: [] }]
    let made = 0
    const target = new Map<string, number>()
    for (const move of moves) {
      const id = `s${sets.length}`
      const steps = nextSteps(sets)
      if (move === 'do') {
        made += 1
        texts.done.push(made)
        texts.undone = []
        target.set(id, made)
        sets.push(set(id))
      } else if (move === 'undo') {
        const last = texts.done.pop()
        expect(steps.undo === null ? undefined : target.get(steps.undo)).toBe(last)
        if (last === undefined || steps.undo === null) continue
        texts.undone.push(last)
        target.set(id, last)
        sets.push(set(id, steps.undo))
      } else {
        const last = texts.undone.pop()
        expect(steps.redo === null ? undefined : target.get(steps.redo)).toBe(last)
        if (last === undefined || steps.redo === null) continue
        texts.done.push(last)
        sets.push(set(id, steps.redo))
      }
    }
    return sets
  }

  test('CH37: any mixture of commands, undo and redo behaves as two stacks do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('do' as const, 'undo' as const, 'redo' as const), { maxLength: 60 }), (moves) => {
        twoStacks(moves)
      }),
      { numRuns: runs(1_000) },
    )
  })

  test('CH38: a hundred commands can be undone and brought back, one by one, with the network as it was at each step', () => {
    const snapshot = network()
    const log = new Map<string, readonly Change[]>()
    const sets: OwnChangeSet[] = []
    const texts = [textOf(snapshot)]
    for (let at = 0; at < 100; at += 1) {
      log.set(`c${at}`, run(snapshot, call('node.create', { id: `n${at}`, areaId: 'area', name: `N${at}` })))
      sets.push(set(`c${at}`))
      texts.push(textOf(snapshot))
    }
    const step = (direction: 'undo' | 'redo', at: number) => {
      const id = nextSteps(sets)[direction]
      if (id === null) throw new Error(`nothing to ${direction}`)
      log.set(`${direction}${at}`, undo(snapshot, log.get(id) ?? []))
      sets.push(set(`${direction}${at}`, id))
    }
    for (let at = 99; at >= 0; at -= 1) {
      step('undo', at)
      expect(textOf(snapshot)).toBe(texts[at])
    }
    expect(nextSteps(sets).undo).toBeNull()
    for (let at = 1; at <= 100; at += 1) {
      step('redo', at)
      expect(textOf(snapshot)).toBe(texts[at])
    }
    expect(nextSteps(sets).redo).toBeNull()
  })
})

test('CH30: deciding an undo changes nothing by itself', () => {
  const snapshot = network()
  const mine = run(snapshot, call('node.delete', { id: 'node_a', carry: true }))
  const before = textOf(fork(snapshot))
  decideUndo(snapshot, mine, undone)
  expect(textOf(snapshot)).toBe(before)
})
