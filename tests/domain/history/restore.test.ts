import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { planDelete } from '../../../lib/domain/command/cascade.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { decideRestore } from '../../../lib/domain/history/restore.ts'
import { type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { referencesFrom } from '../../../lib/domain/references.ts'
import { applyChanges, fork, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { recordsOf } from '../../server/records.ts'
import { needsNetwork, record } from '../sketch.ts'
import { act, around, named } from './networks.ts'

function restore(snapshot: Snapshot, changes: readonly Change[], entity: EntityName, id: string): Change[] {
  const back = decideRestore(snapshot, { entity, id, changes, who: system })
  applyChanges(snapshot, back)
  return back
}

function refusal(act: () => unknown): DomainError {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('it went through')
}

const remove = (entity: 'node' | 'objective' | 'keyResult' | 'person' | 'area' | 'goal', id: string): CommandCall =>
  call(`${entity}.delete`, { id, carry: true })

describe('bringing back what was deleted', () => {
  test('HI11: a node comes back with all that went with it, moves of its promises included, and the references to it', () => {
    const { before, after, changes } = around([remove('node', 'care')])
    expect(changes.length).toBeGreaterThan(10)
    const back = restore(after, changes, 'node', 'care')
    expect(back[0]).toMatchObject({ entity: 'node', id: 'care', before: null })
    expect(back.filter(({ entity }) => entity === 'promiseMove' || entity === 'dependency')).toHaveLength(2)
    expect(back.at(-1)).toEqual({ entity: 'goal', id: 'goal', before: { keyResultId: null }, after: { keyResultId: 'wait' } })
    expect(recordsOf(after)).toEqual(recordsOf(before))
  })

  test.each<[EntityName, string]>(
    entityNames
      .filter((entity) => !['network', 'promiseMove', 'checkIn'].includes(entity))
      .flatMap((entity) => [...named().tables[entity].keys()].map((id): [EntityName, string] => [entity, id])),
  )('HI11: what deletes %s %s is undone by restoring it, where nothing else changed', (entity, id) => {
    const before = named()
    const after = fork(before)
    const changes = planDelete(after, entity, id)
    applyChanges(after, changes)
    expect(recordsOf(after)).not.toEqual(recordsOf(before))
    restore(after, changes, entity, id)
    expect(recordsOf(after)).toEqual(recordsOf(before))
  })

  test('HI11: what hangs on something that is gone by now stays away, the rest comes', () => {
    const { after, changes } = around([remove('node', 'care')])
    act(after, [remove('node', 'billing')])
    const back = restore(after, changes, 'node', 'care')
    const came = new Set(back.map(({ entity, id }) => `${entity}:${id}`))
    expect(came.has('keyResult:wait')).toBe(true)
    expect([...came].filter((key) => /^(exchange|exchangeCheck|dependency|promiseMove):/.test(key))).toEqual([])
  })

  test('HI11: an owner who is gone leaves the place empty', () => {
    const { after, changes } = around([remove('objective', 'obj_wait')])
    act(after, [remove('person', 'ana')])
    restore(after, changes, 'objective', 'obj_wait')
    expect(after.tables.keyResult.get('wait' as never)?.ownerId).toBeNull()
    expect(after.tables.checkIn.get('check' as never)?.personId).toBeNull()
  })

  test('HI11: a need comes back on the node that is asked where its key result is gone, and on nobody not at all', () => {
    const { after, changes } = around([remove('objective', 'obj_audit')])
    act(after, [remove('keyResult', 'wait')])
    const back = restore(after, changes, 'objective', 'obj_audit')
    expect(back.some(({ entity }) => entity === 'keyResult')).toBe(true)
    expect(back.some(({ entity }) => entity === 'dependency')).toBe(false)
  })

  test('HI12: a reference that somebody touched since is left alone; one that nobody touched is set again', () => {
    const { before, after, changes } = around([remove('person', 'ana')])
    act(after, [call('keyResult.update', { id: 'wait', set: { ownerId: 'ben' } })])
    restore(after, changes, 'person', 'ana')
    expect(after.tables.keyResult.get('wait' as never)?.ownerId).toBe('ben')
    expect(after.tables.comment.get('note' as never)?.personId).toBe('ana')
    expect(before.tables.keyResult.get('wait' as never)?.ownerId).toBe('ana')
  })

  test('a node whose place was given away takes the next free one', () => {
    const { after, changes } = around([remove('node', 'care')])
    const slot = (id: string) => after.tables.node.get(id as never)?.slot
    const old = Number(changes.find(({ entity }) => entity === 'node')?.before?.['slot'])
    act(after, [call('node.create', { id: 'new', areaId: 'area', name: 'New' })])
    expect(slot('new')).toBe(old)
    restore(after, changes, 'node', 'care')
    expect(slot('care')).not.toBe(old)
    expect(slot('new')).toBe(old)
  })

  test('HI12: what it hangs on has to come back first, and is named', () => {
    const { after, changes } = around([remove('node', 'care')])
    const refused = refusal(() => restore(after, changes, 'keyResult', 'wait'))
    expect(refused.code).toBe('RESTORE_BLOCKED')
    expect(refused.message).toBe('The key result “Answer in 1 h” hangs on objective “Be there”, which was deleted. Restore that first.')
    expect(refused.details['missing']).toEqual([{ entity: 'objective', id: 'obj_wait', name: 'Be there', isInSameChangeSet: true }])
    restore(after, changes, 'node', 'care')
  })

  test('HI12: twice is told, and so are what was never deleted and what is only a part', () => {
    const { after, changes } = around([remove('node', 'care')])
    expect(refusal(() => restore(after, changes, 'promiseMove', 'move')).code).toBe('RESTORE_BLOCKED')
    expect(refusal(() => restore(after, changes, 'checkIn', 'check')).code).toBe('RESTORE_BLOCKED')
    restore(after, changes, 'node', 'care')
    expect(refusal(() => restore(after, changes, 'node', 'care'))).toMatchObject({
      code: 'RESTORE_BLOCKED',
      message: expect.stringContaining('is here already'),
    })
    expect(refusal(() => restore(after, changes, 'node', 'billing')).code).toBe('NOT_FOUND')
  })

  test('a comment comes back for its author alone', () => {
    const before = named()
    const [comment] = before.tables.comment.values()
    const gone: Change[] = [{ entity: 'comment', id: 'note', before: comment ?? null, after: null }]
    applyChanges(before, gone)
    const ask = (personId: string, role: Role = 'contributor') =>
      decideRestore(before, { entity: 'comment', id: 'note', changes: gone, who: { personId, role, members: new Map() } })
    for (const role of ['contributor', 'owner'] as const) expect(refusal(() => ask('ben', role)).code).toBe('FORBIDDEN')
    expect(ask('ana')).toHaveLength(1)
  })

  describe('HI26: what somebody said in person', () => {
    const kept = needsNetwork({ wait: { node: 'care' } }, [], {
      person: [
        { id: 'ana', name: 'Ana' },
        { id: 'ben', name: 'Ben' },
      ],
      reason: [{ id: 'why', revision: 1, text: 'So', personId: 'ana' }],
      acceptance: [
        { id: 'held', finding: 'noLead:care', rule: 'noLead', because: 'Soon', ownerId: 'ana', reviewOn: '2027-03-01' },
        { id: 'open', finding: 'noLead:press', rule: 'noLead', because: 'Soon', reviewOn: '2027-03-01' },
      ],
      ritual: [{ id: 'plan' }],
      signOff: [{ id: 'sign', ritualId: 'plan', nodeId: 'care', personId: 'ana' }],
    })
    const restoring = (entity: EntityName, id: string) => {
      const gone = fork(kept)
      const changes = planDelete(gone, entity, id)
      applyChanges(gone, changes)
      return (personId: string, role: Role = 'contributor') =>
        decideRestore(gone, { entity, id, changes, who: { personId, role, members: new Map() } })
    }

    test.each<[EntityName, string]>([
      ['reason', 'why'],
      ['acceptance', 'held'],
      ['signOff', 'sign'],
    ])('comes back, %s %s, by them, an editor or an owner', (entity, id) => {
      const restored = restoring(entity, id)
      for (const role of ['contributor', 'facilitator'] as const)
        expect(refusal(() => restored('ben', role))).toMatchObject({ code: 'FORBIDDEN', message: expect.stringMatching(/^Ana said this\. /) })
      expect([restored('ana'), restored('ben', 'editor'), restored('ben', 'owner')].map(({ length }) => length)).toEqual([1, 1, 1])
    })

    test('and what nobody said in person by anybody', () => {
      expect(restoring('acceptance', 'open')('ben', 'contributor')).toHaveLength(1)
    })

    test('a reason stays away where the change set has another one by now', () => {
      const network = fork(kept)
      const changes = planDelete(network, 'reason', 'why')
      applyChanges(network, changes)
      applyChanges(network, [{ entity: 'reason', id: 'other', before: null, after: record('reason', { id: 'other', text: 'Because' }) }])
      expect(refusal(() => restore(network, changes, 'reason', 'why'))).toMatchObject({
        code: 'RESTORE_BLOCKED',
        message: 'Somebody has said since why this was changed. Take that reason back first, or add yours in a comment.',
      })
    })
  })

  test('HI12: whatever happened since, a restore leaves no reference that leads nowhere and can be taken back', () => {
    const targets = fc.constantFrom<[EntityName, string]>(
      ['node', 'care'],
      ['node', 'billing'],
      ['objective', 'obj_wait'],
      ['keyResult', 'wait'],
      ['keyResult', 'audit'],
      ['person', 'ana'],
      ['area', 'area'],
      ['goal', 'goal'],
    )
    let came = 0
    fc.assert(
      fc.property(targets, fc.array(targets, { maxLength: 3 }), fc.nat(2), ([entity, id], others, place) => {
        const network = named()
        let changes: Change[] = []
        for (const [kind, each] of [...others.slice(0, place), [entity, id] as const, ...others.slice(place)]) {
          const plan = planDelete(network, kind, each)
          applyChanges(network, plan)
          if (kind === entity && each === id && plan.length > 0) changes = plan
        }
        const before = recordsOf(network)
        try {
          const back = restore(network, changes, entity, id)
          came += 1
          for (const kind of entityNames)
            for (const record of network.tables[kind].values())
              for (const { field, to, subject } of referencesFrom(kind)) {
                const value: unknown = Reflect.get(record, field)
                if (subject && Reflect.get(record, 'subject') !== subject) continue
                for (const held of [value].flat()) if (typeof held === 'string') expect(network.tables[to].has(held as never)).toBe(true)
              }
          applyChanges(network, back.map(({ before: b, after: a, ...rest }) => ({ ...rest, before: a, after: b })).reverse())
          expect(recordsOf(network)).toEqual(before)
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          expect(['RESTORE_BLOCKED', 'NOT_FOUND']).toContain(error.code)
        }
      }),
      { seed: 20_270_302 },
    )
    expect(came).toBeGreaterThan(20)
  })
})
