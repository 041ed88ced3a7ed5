import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { named } from './networks.ts'

const now = '2027-02-10T09:00:00Z'

function network(): Snapshot {
  const snapshot = named()
  snapshot.revision = 7
  return snapshot
}

function as(role: Role, personId = 'ben'): Who {
  return { personId, role, members: new Map([[personId, role]]) }
}

function run(snapshot: Snapshot, calls: readonly CommandCall[], who: Who = system) {
  return runCommands(snapshot, calls, { actor: 'x', who, now })
}

const walk = (fields: { id?: string; revision?: number } = {}) =>
  call('mark.create', { id: 'walk', name: 'Walk', kind: 'walk', revision: 7, at: '2027-02-01T09:00:00+01:00', ...fields })

describe('named snapshots', () => {
  test('HI13: a mark names a revision, and says who named it', () => {
    expect(run(network(), [walk()], as('facilitator'))).toEqual([
      {
        entity: 'mark',
        id: 'walk',
        before: null,
        after: { id: 'walk', rank: 2, name: 'Walk', kind: 'walk', revision: 7, at: '2027-02-01T08:00:00Z', note: null, personId: 'ben' },
      },
    ])
  })

  test.each<[CommandCall, string]>([
    [walk({ revision: 8 }), 'REVISION_UNKNOWN'],
    [walk({ revision: 0 }), 'VALIDATION'],
    [walk({ id: 'mark' }), 'ID_TAKEN'],
    [call('mark.update', { id: 'none', set: { name: 'X' } }), 'NOT_FOUND'],
    [call('mark.delete', { id: 'none' }), 'NOT_FOUND'],
  ])('HI13: refused: %#', (each, code) => {
    expect(() => run(network(), [each])).toThrow(expect.objectContaining({ code }))
  })

  test('HI13: name, kind and note may change; what is not given stays, and the moment always does', () => {
    const [change] = run(network(), [call('mark.update', { id: 'mark', set: { name: 'Start', note: 'of all' } })])
    expect(change).toMatchObject({ before: { name: 'Baseline', note: null }, after: { name: 'Start', note: 'of all' } })
    expect(run(network(), [call('mark.update', { id: 'mark', set: { name: 'Baseline' } })])).toEqual([])
    const moved = { name: 'mark.update', input: { id: 'mark', set: { revision: 2 } } } as const
    expect(() => run(network(), [moved])).toThrow(expect.objectContaining({ code: 'VALIDATION' }))
    expect(run(network(), [call('mark.delete', { id: 'mark' })])).toMatchObject([{ entity: 'mark', id: 'mark', after: null }])
  })

  test.each<[Role, boolean]>([
    ['viewer', false],
    ['contributor', false],
    ['facilitator', true],
    ['editor', true],
    ['owner', true],
  ])('%s: %s', (role, may) => {
    for (const each of [walk(), call('mark.update', { id: 'mark', set: { name: 'N' } }), call('mark.delete', { id: 'mark' })]) {
      if (may) expect(run(network(), [each], as(role))).toHaveLength(1)
      else expect(() => run(network(), [each], as(role))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
    }
  })
})

describe('reasons', () => {
  const why = (fields: { id?: string; revision?: number; text?: string } = {}) =>
    call('reason.set', { id: 'why', revision: 5, kind: 'internal', ...fields })

  test('HI14: a second reason of a change set takes the place of the first, and is by who gave it', () => {
    const snapshot = network()
    expect(run(snapshot, [why()], as('contributor'))).toMatchObject([
      { before: null, after: { id: 'why', revision: 5, kind: 'internal', personId: 'ben' } },
    ])
    const [second] = run(snapshot, [call('reason.set', { id: 'other', revision: 5, kind: 'external', text: 'Law' })], as('editor', 'ana'))
    expect(second).toMatchObject({
      id: 'why',
      before: { kind: 'internal', text: null, personId: 'ben' },
      after: { kind: 'external', text: 'Law', personId: 'ana' },
    })
    expect(snapshot.tables.reason.size).toBe(1)
    expect(run(snapshot, [call('reason.set', { id: 'why', revision: 5, kind: 'external', text: 'Law' })])).toEqual([])
    expect(run(snapshot, [call('reason.clear', { id: 'why' })])).toMatchObject([{ after: null }])
    expect(snapshot.tables.reason.size).toBe(0)
  })

  test('HI14: nobody replaces or takes back what somebody else said, but editors and owners; the refusal says whose it is', () => {
    const said = () => {
      const snapshot = network()
      run(snapshot, [why({ text: 'Own' })], as('contributor', 'ben'))
      return snapshot
    }
    const others = [why({ id: 'other', text: 'Other' }), call('reason.clear', { id: 'why' })]
    for (const each of others) {
      for (const role of ['contributor', 'facilitator'] as const) {
        const refused = expect.objectContaining({ code: 'FORBIDDEN', message: expect.stringMatching(/^Ben has said already why/) })
        expect(() => run(said(), [each], as(role, 'ana'))).toThrow(refused)
      }
      for (const role of ['editor', 'owner'] as const) expect(run(said(), [each], as(role, 'ana'))).toHaveLength(1)
      expect(run(said(), [each], as('contributor', 'ben'))).toHaveLength(1)
    }
    expect(run(said(), [why({ text: 'Own' })], as('contributor', 'ana'))).toEqual([])
  })

  test.each<[CommandCall[], string]>([
    [[why({ revision: 8 })], 'REVISION_UNKNOWN'],
    [[why(), why({ revision: 6 })], 'ID_TAKEN'],
    [[why({ text: 'x'.repeat(10_001) })], 'VALIDATION'],
    [[call('reason.clear', { id: 'none' })], 'NOT_FOUND'],
  ])('HI14: refused: %#', (calls, code) => {
    expect(() => run(network(), calls)).toThrow(expect.objectContaining({ code }))
  })

  test('who may not talk explains nothing', () => {
    expect(() => run(network(), [why()], as('viewer'))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  })
})
