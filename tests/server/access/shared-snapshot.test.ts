import { describe, expect, test } from 'vitest'
import { decodeSnapshot } from '../../../lib/contract/decode-snapshot.ts'
import { type SharedView, sharedViews } from '../../../lib/contract/share-links.ts'
import type { SnapshotBody } from '../../../lib/contract/snapshot-columns.ts'
import { sharedSnapshot } from '../../../lib/server/access/shared-snapshot.ts'
import { sketch } from '../../domain/sketch.ts'

const at = '2027-02-01T09:00:00Z'

function network() {
  return sketch({
    area: [{ id: 'a', description: 'said inside' }],
    node: [
      { id: 'n', areaId: 'a', description: 'said inside' },
      { id: 'm', areaId: 'a' },
    ],
    person: [
      { id: 'ana', name: 'Ana', email: 'ana@example.org' },
      { id: 'ben', name: 'Ben', email: 'ben@example.org' },
      { id: 'cem', name: 'Cem' },
      { id: 'dea', name: 'Dea' },
    ],
    participation: [{ id: 'part', nodeId: 'n', personId: 'cem' }],
    cycle: [{ id: 'q1' }, { id: 'q2' }],
    goal: [{ id: 'g', description: 'said inside' }],
    objective: [
      { id: 'o1', nodeId: 'n', cycleId: 'q1', ownerId: 'ana', goalIds: ['g'] },
      { id: 'o2', nodeId: 'm', cycleId: 'q2', ownerId: 'ben' },
    ],
    keyResult: [
      { id: 'k1', objectiveId: 'o1' },
      { id: 'k2', objectiveId: 'o2', ownerId: 'dea' },
    ],
    dependency: [{ id: 'd', consumerKeyResultId: 'k1', supplierNodeId: 'm', note: 'said inside' }],
    exchange: [{ id: 'x', fromNodeId: 'n', toNodeId: 'm', source: 'said inside' }],
    promiseMove: [{ id: 'move', dependencyId: 'd', at, personId: 'cem', reason: 'said inside' }],
    checkIn: [{ id: 'c', keyResultId: 'k1', at, personId: 'cem', note: 'said inside' }],
    comment: [{ id: 'talk', subject: 'node', subjectId: 'n', at, text: 'said inside' }],
  })
}

/** Guaranteed by `sharedSnapshot`: what it gives has the form of a snapshot. */
function castBody(snapshot: unknown): SnapshotBody {
  return snapshot as SnapshotBody
}

function shownBy(view: SharedView, query = '') {
  const told = sharedSnapshot(network(), { view, query }, at)
  const { tables } = decodeSnapshot(castBody(JSON.parse(JSON.stringify(told.snapshot))))
  return { text: JSON.stringify(told), ids: (entity: keyof typeof tables) => [...tables[entity].keys()].toSorted() }
}

describe('what a link to a view shows', () => {
  test.each(sharedViews)('AC35: of %s nothing that was said inside, no address, and of people only owners', (view) => {
    const { text, ids } = shownBy(view)
    expect(text).not.toMatch(/said inside|@example|Cem/)
    expect(ids('person')).toEqual(['ana', 'ben', 'dea'])
    expect([...ids('participation'), ...ids('comment'), ...ids('team')]).toEqual([])
  })

  test('AC35: each view has what it draws and nothing else', () => {
    const extra = (view: SharedView) =>
      (['exchange', 'goal', 'checkIn', 'promiseMove'] as const).filter((entity) => shownBy(view).ids(entity).length > 0)
    expect(extra('map')).toEqual(['exchange', 'checkIn'])
    expect(extra('chain')).toEqual(['goal', 'checkIn'])
    expect(extra('outline')).toEqual(['goal', 'checkIn'])
    expect(extra('timeline')).toEqual(['promiseMove'])
  })

  test.each(sharedViews)('AC35: a link to %s in one cycle shows that cycle only, and names nobody who owns nothing in it', (view) => {
    const { text, ids } = shownBy(view, 'cycle=q1')
    expect([ids('cycle'), ids('objective'), ids('keyResult'), ids('dependency')]).toEqual([['q1'], ['o1'], ['k1'], ['d']])
    expect(ids('person')).toEqual(['ana'])
    expect(text).not.toMatch(/Ben|Dea/)
  })
})
