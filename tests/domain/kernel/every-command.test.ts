import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import { reverseAll } from '../../../lib/domain/change.ts'
import type { CommandCall, CommandName } from '../../../lib/domain/command/call.ts'
import { commands } from '../../../lib/domain/command/registry.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError, type ErrorCode } from '../../../lib/domain/error.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { applyChanges, find, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { summarise } from '../../../lib/domain/summary.ts'
import { fullDocument } from '../format/full-document.ts'
import { textOf } from '../sketch.ts'
import { entityCases } from './entity-cases.ts'

const ctx = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z' }

function network(): Snapshot {
  const parsed = parseDocument(fullDocument)
  if (!parsed.ok) throw new Error('the full document is not valid')
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

function run(snapshot: Snapshot, name: CommandName, input: unknown) {
  return runCommands(snapshot, [{ name, input } satisfies CommandCall], ctx)
}

/** Code and paths of a refusal; the network has to be as it was. */
function refused(snapshot: Snapshot, name: CommandName, input: unknown): readonly [ErrorCode, ...string[]] {
  const before = textOf(snapshot)
  try {
    run(snapshot, name, input)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    expect(textOf(snapshot)).toBe(before)
    return [error.code, ...(error.details.faults ?? []).map(({ path }) => path)]
  }
  throw new Error(`${name} was not refused`)
}

/** Commands that are no plain create, update or delete; each has its own tests. */
const others = [
  'network.update',
  'checkIn.create',
  'promise.move',
  'person.name',
  'comment.create',
  'comment.edit',
  'comment.resolve',
  'comment.delete',
  'exchangeCheck.create',
  'proposal.create',
  'proposal.update',
  'proposal.withdraw',
  'proposal.decide',
  'node.merge',
  'node.split',
  'node.retire',
  'mark.create',
  'mark.update',
  'mark.delete',
  'reason.set',
  'reason.clear',
  'healthReading.create',
  'keyResult.carry',
  'keyResult.drop',
  'plan.commit',
  'ritual.open',
  'ritual.move',
  'ritual.update',
  'ritual.close',
  'ritual.cancel',
  'ritualItem.create',
  'ritualItem.update',
  'ritualItem.delete',
  'signOff.create',
  'signOff.delete',
]

test('CH12: there is a command for each thing that is tried here, and those with tests of their own', () => {
  const tried = entityCases.flatMap(({ entity }) => [`${entity}.create`, `${entity}.update`, `${entity}.delete`])
  expect([...commands.keys()].sort()).toEqual([...tried, ...others].sort())
})

describe.each(entityCases)('$entity', ({ entity, made, told, edit: [field, before, after], cleared, bad, references }) => {
  const created = { id: 'new', ...made }

  function withNew(): Snapshot {
    const snapshot = network()
    run(snapshot, `${entity}.create`, created)
    return snapshot
  }

  test('CH13: create adds the whole record, says so, and its reverse takes it back', () => {
    const snapshot = network()
    const empty = textOf(snapshot)
    const changes = run(snapshot, `${entity}.create`, created)
    expect(changes).toMatchObject([{ entity, id: 'new', before: null, after: created }])
    expect(summarise(snapshot, changes)).toBe(told)
    expect(find(snapshot, entity, 'new')).toEqual(changes[0]?.after)
    applyChanges(snapshot, reverseAll(changes))
    expect(textOf(snapshot)).toBe(empty)
  })

  test('CH13: create refuses an id that is taken, and an unknown field', () => {
    expect(refused(withNew(), `${entity}.create`, created)).toEqual(['ID_TAKEN'])
    expect(refused(network(), `${entity}.create`, { ...created, shade: 1 })).toEqual(['VALIDATION', 'shade'])
  })

  test('CH14: update changes the field that it names and no other', () => {
    const snapshot = withNew()
    expect(run(snapshot, `${entity}.update`, { id: 'new', set: { [field]: after } })).toEqual([
      { entity, id: 'new', before: { [field]: before }, after: { [field]: after } },
    ])
    expect(run(snapshot, `${entity}.update`, { id: 'new', set: { [field]: after } })).toEqual([])
  })

  test('CH14: update refuses an unknown field, another id, and null where there has to be something', () => {
    for (const set of [{ shade: 1 }, { id: 'other' }, { rank: null }])
      expect(refused(withNew(), `${entity}.update`, { id: 'new', set })).toEqual(['VALIDATION', `set.${Object.keys(set)[0]}`])
  })

  test.each(cleared)('CH14: null clears %s', (optional) => {
    const snapshot = withNew()
    expect(run(snapshot, `${entity}.update`, { id: 'new', set: { [optional]: null } })[0]?.after).toMatchObject({ [optional]: null })
    expect(find(snapshot, entity, 'new')).toMatchObject({ [optional]: null })
  })

  test.each(bad)('CH13-CH14: create and update refuse %j', (fields, code, path) => {
    expect(refused(network(), `${entity}.create`, { ...created, ...fields })).toEqual([code, path])
    const patched = refused(withNew(), `${entity}.update`, { id: 'new', set: fields })
    expect([patched[0], patched[1]?.replace(/^set\./, '')]).toEqual([code, path])
  })

  test.each(references)('CH13-CH14: create and update refuse a reference by %s that leads nowhere', (reference) => {
    expect(refused(network(), `${entity}.create`, { ...created, [reference]: 'gone' })).toEqual(['UNKNOWN_REFERENCE', reference])
    expect(refused(withNew(), `${entity}.update`, { id: 'new', set: { [reference]: 'gone' } })).toEqual(['UNKNOWN_REFERENCE', reference])
  })

  test('CH22: delete removes it, and its reverse brings it back as it was', () => {
    const snapshot = withNew()
    const full = textOf(snapshot)
    const changes = run(snapshot, `${entity}.delete`, { id: 'new' })
    expect(changes).toMatchObject([{ entity, id: 'new', before: created, after: null }])
    expect(find(snapshot, entity, 'new')).toBeUndefined()
    applyChanges(snapshot, reverseAll(changes))
    expect(textOf(snapshot)).toBe(full)
  })

  test('CH12: what is not there is not found', () => {
    expect(refused(network(), `${entity}.update`, { id: 'gone', set: {} })).toEqual(['NOT_FOUND'])
    expect(refused(network(), `${entity}.delete`, { id: 'gone' })).toEqual(['NOT_FOUND'])
  })
})
