import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../lib/domain/change.ts'
import { reverseAll } from '../../lib/domain/change.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { applyChanges, fork, latestCheckIn, makeSnapshot } from '../../lib/domain/snapshot.ts'
import { formatInstant } from '../../lib/domain/time.ts'

const added = fc.record({ keyResultId: fc.constantFrom('a', 'b'), at: fc.integer({ min: 0, max: 40 }).map((step) => formatInstant(step * 500)) })

function creation({ keyResultId, at }: { keyResultId: string; at: string }, place: number): Change {
  const record = entitySchemas.checkIn.parse({ id: `c${place}`, rank: place, keyResultId, at })
  return { entity: 'checkIn', id: record.id, before: null, after: record }
}

test('the latest check-in is the one made last, whatever came in, went and was asked in between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(added, fc.boolean(), fc.boolean()), { maxLength: 40 }), (list) => {
      const snapshot = makeSnapshot({})
      for (const [place, [fields, isTakenBack, isAsked]] of list.entries()) {
        const change = creation(fields, place)
        applyChanges(snapshot, [change])
        if (isAsked) latestCheckIn(snapshot, fields.keyResultId)
        if (isTakenBack) applyChanges(snapshot, reverseAll([change]))
      }
      for (const id of ['a', 'b']) {
        const times = [...snapshot.tables.checkIn.values()].filter(({ keyResultId }) => keyResultId === id).map(({ at }) => Date.parse(at))
        const expected = times.length === 0 ? undefined : Math.max(...times)
        expect(latestCheckIn(snapshot, id)?.at).toBe(expected === undefined ? undefined : formatInstant(expected))
        expect(latestCheckIn(fork(snapshot), id)?.at).toBe(latestCheckIn(snapshot, id)?.at)
      }
    }),
  )
})
