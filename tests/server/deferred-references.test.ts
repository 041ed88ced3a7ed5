import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, ownerIn, planNetwork } from './network-kit.ts'
import { runSql } from './privacy/dump.ts'

describeOnEachDatabase('references', (database) => {
  const { store, dialect } = database

  test('are checked at the commit: somebody to whom records of every kind refer can be deleted', async () => {
    const ctx = await planNetwork(store())
    await commit(store(), ownerIn(ctx, 'ana'), [
      call('mark.create', { id: 'mark-2', name: 'Walk', kind: 'walk', revision: 1, at: ctx.now }),
      call('reason.set', { id: 'why-2', revision: 2, kind: 'internal' }),
    ])
    const deleted = await commit(store(), ctx, [call('person.delete', { id: 'ana', carry: true })])
    const loosened = new Set(deleted.changes.map(({ entity }) => entity))
    expect([...loosened].sort()).toEqual(expect.arrayContaining(['comment', 'exchangeCheck', 'mark', 'objective', 'proposal', 'reason']))
  })

  if (dialect === 'postgres')
    test('none of them is checked earlier', async () => {
      expect(await runSql(database, "SELECT conname FROM pg_constraint WHERE contype = 'f' AND NOT condeferred")).toEqual([])
    })
})
