import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HistoryQuery } from '../../../lib/contract/history-schemas.ts'
import { historyQuery } from '../../../lib/contract/history-schemas.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { isStructural } from '../../../lib/domain/history/structural.ts'
import { dayIn } from '../../../lib/domain/time.ts'
import type { ChangeSet, CommitContext, Store } from '../../../lib/server/store.ts'
import { runs } from '../../property-runs.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, contextOf, emptyNetwork, planNetwork } from '../network-kit.ts'

const query = (given: Partial<HistoryQuery> = {}): HistoryQuery => historyQuery.parse(given)

async function setsOf(store: Store, networkId: string): Promise<readonly ChangeSet[]> {
  const sets = await store.changesSince(networkId, 0, 10_000)
  if (sets === 'reset') throw new Error('the history is too long')
  return sets
}

async function revisions(store: Store, networkId: string, given: Partial<HistoryQuery> = {}): Promise<number[]> {
  return (await store.history.list(networkId, query(given))).entries.map(({ revision }) => revision)
}

/** A network in which different people did different things on different days, some of them explained. */
async function eventful(store: Store): Promise<CommitContext> {
  const ana = await planNetwork(store)
  const at = (actor: string, now: string): CommitContext => ({ ...contextOf(ana.networkId, actor), now })
  const act = (ctx: CommitContext, ...calls: Parameters<typeof commit>[2]) => commit(store, ctx, calls)
  await act(at('ben', '2027-01-12T09:00:00Z'), call('area.create', { id: 'area-2', name: 'Brand' }))
  await act(at('ben/token', '2027-01-12T10:00:00Z'), call('node.update', { id: 'node-b', set: { areaId: 'area-2' } }))
  await act(at('bert', '2027-01-12T23:30:00Z'), call('node.update', { id: 'node-b', set: { name: 'Bills' } }))
  await act(at('ben', '2027-01-13T09:00:00Z'), call('checkIn.create', { id: 'c1', keyResultId: 'kr-c', value: 'target' }))
  await act(at('ana', '2027-01-13T10:00:00Z'), call('keyResult.delete', { id: 'kr-b', carry: true }))
  await act(at('ana', '2027-01-13T11:00:00Z'), call('reason.set', { id: 'why-8', revision: 5, kind: 'internal' }))
  await act(at('ana', '2027-01-12T11:00:00Z'), call('exchange.delete', { id: 'exch', carry: true }))
  await act(at('ana', '2027-01-14T11:00:00Z'), call('reason.set', { id: 'why-9', revision: 10, kind: 'external', text: 'Law' }))
  await store.undo(at('ben', '2027-01-14T12:00:00Z'))
  return ana
}

describeOnEachDatabase('the history', (database) => {
  const { store, restart, url, dialect } = database
  let made: Promise<CommitContext> | undefined
  /** one network for all tests that only read */
  const shared = () => {
    made ??= eventful(store())
    return made
  }

  test.each<[string, Partial<HistoryQuery>, number[]]>([
    ['everything', {}, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['of somebody, tokens included and nobody whose name begins alike', { actor: 'ben' }, [12, 7, 5, 4]],
    ['by one command', { command: 'undo' }, [12]],
    ['on a day where the network is: 23:30 in London is the next day in Berlin', { from: '2027-01-13', to: '2027-01-13' }, [9, 8, 7, 6]],
    ['from a day on', { from: '2027-01-14' }, [12, 11]],
    ['up to a day, the clock having gone back', { to: '2027-01-12' }, [10, 5, 4, 3, 2, 1]],
    ['of one kind of record', { entity: 'checkIn' }, [12, 8, 7, 2]],
    ['of one record', { record: 'node-b' }, [6, 5, 2]],
    ['of one record of one kind', { record: 'node-b', entity: 'area' }, []],
    ['on a node, what was deleted on it included', { node: 'node-b' }, [12, 10, 8, 7, 6, 5, 2]],
    ['on a node that never was', { node: 'none' }, []],
    ['of structure', { structural: 'true' }, [10, 5, 4, 2]],
    ['of structure, without a reason', { structural: 'true', reason: 'none' }, [4, 2]],
    ['with a reason inside', { reason: 'internal' }, [5]],
    ['with a reason outside, on a node', { reason: 'external', node: 'node-a' }, [10]],
    ['before a revision, a few', { before: 9, limit: 2 }, [8, 7]],
  ])('HI21: %s', async (_, given, expected) => {
    const { networkId } = await shared()
    expect(await revisions(store(), networkId, given)).toEqual(expected)
  })

  test('HI21: an entry tells who, what and how much, and has today’s names', async () => {
    const { networkId } = await eventful(store())
    const { entries } = await store().history.list(networkId, query())
    expect(entries.find(({ revision }) => revision === 10)).toMatchObject({
      at: '2027-01-12T11:00:00Z',
      actor: 'ana',
      command: 'batch',
      summary: expect.stringContaining('Deleted exchange “Cases”'),
      undoOf: null,
      counts: { added: 0, changed: 0, removed: 2 },
      entities: ['exchange', 'exchangeCheck'],
      isStructural: true,
    })
    await commit(store(), contextOf(networkId), [call('person.update', { id: 'ana', set: { name: 'Anna' } })])
    const { entries: later } = await store().history.list(networkId, query())
    expect(later[0]?.summary).toBe('Changed name of person “Anna”')
    expect(JSON.stringify(later)).not.toContain('{person:')
  })

  test('HI21: whatever is asked together, it is what passes every filter, page by page', async () => {
    const { networkId } = await shared()
    const sets = await setsOf(store(), networkId)
    const { entries } = await store().history.list(networkId, query({ limit: 200 }))
    const { reason } = (await store().read(networkId)).tables
    const reasons = new Map([...reason.values()].map(({ revision, kind }) => [revision, kind]))
    const passes = (set: ChangeSet, { from, to, actor, command, entity, record, structural, reason: kind }: HistoryQuery) => {
      const day = dayIn('Europe/Berlin', set.at)
      return [
        from === undefined || day >= from,
        to === undefined || day <= to,
        actor === undefined || set.actor === actor || set.actor.startsWith(`${actor}/`),
        command === undefined || set.command === command,
        (entity === undefined && record === undefined) ||
          set.changes.some((each) => (entity ?? each.entity) === each.entity && (record ?? each.id) === each.id),
        structural === undefined || isStructural(set.changes),
        kind === undefined || (reasons.get(set.revision) ?? 'none') === kind,
      ].every(Boolean)
    }
    for (const entry of entries) expect(entry.isStructural).toBe(isStructural(sets[entry.revision - 1]?.changes ?? []))
    const maybe = <T>(...values: T[]) =>
      fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
    const days = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14'] as const
    const asked = fc.record({
      from: maybe(...days),
      to: maybe(...days),
      actor: maybe('ana', 'ben', 'bert'),
      command: maybe('batch', 'undo', 'network.create'),
      entity: maybe('node' as const, 'checkIn' as const, 'exchange' as const),
      record: maybe('node-b', 'kr-c', 'exch'),
      structural: maybe('true' as const),
      reason: maybe('internal' as const, 'external' as const, 'none' as const),
      limit: fc.integer({ min: 1, max: 4 }),
    })
    let found = 0
    await fc.assert(
      fc.asyncProperty(asked, async (given) => {
        const all: number[] = []
        let before: number | null | undefined
        while (before !== null) {
          const page = await store().history.list(networkId, { ...given, before, node: undefined })
          expect(page.entries.length).toBeLessThanOrEqual(given.limit)
          all.push(...page.entries.map(({ revision }) => revision))
          before = page.next
        }
        const expected = sets.filter((set) => passes(set, { ...given, before: undefined, node: undefined })).map(({ revision }) => revision)
        expect(all).toEqual(expected.toReversed())
        found += expected.length
      }),
      { numRuns: runs(dialect === 'sqlite' ? 300 : 80), seed: 20_270_304 },
    )
    expect(found).toBeGreaterThan(30)
  })

  test('HI22: one change set is told record by record, as it was then', async () => {
    const { networkId } = await shared()
    const { entry, differences } = await store().history.entry(networkId, 5)
    expect(entry).toMatchObject({ revision: 5, actor: 'ben/token', isStructural: true })
    expect(differences.map(({ sentence }) => sentence)).toEqual(['Node “Billing” moved from value area “Customer” to “Brand”'])
    expect((await store().history.entry(networkId, 1)).differences.map(({ kind }) => kind)).toEqual(['added'])
  })

  test('HI23: changes of structure by their reason', async () => {
    const { networkId } = await shared()
    expect(await store().history.report(networkId, { from: '2027-01-01', to: '2027-01-31' })).toEqual({
      from: '2027-01-01',
      to: '2027-01-31',
      groups: [
        { kind: 'internal', changeSets: 1, added: 0, changed: 1, removed: 0, revisions: [5] },
        { kind: 'external', changeSets: 1, added: 0, changed: 0, removed: 1, revisions: [10] },
        { kind: null, changeSets: 2, added: 5, changed: 0, removed: 0, revisions: [4, 2] },
      ],
    })
    const { groups } = await store().history.report(networkId, { from: '2027-01-13', to: '2027-01-31' })
    expect(groups.map(({ changeSets }) => changeSets)).toEqual([0, 0, 0])
  })

  test('a long history of structure is counted whole, and lists few revisions', async () => {
    const ctx = await emptyNetwork(store())
    for (let at = 0; at < 230; at += 1) await commit(store(), ctx, [call('area.create', { id: `a${at}`, name: 'A' })])
    const { groups } = await store().history.report(ctx.networkId, { from: '2027-01-01', to: '2027-01-31' })
    expect(groups[2]).toMatchObject({ changeSets: 230, added: 230 })
    expect(groups[2]?.revisions).toHaveLength(50)
    expect(groups[2]?.revisions[0]).toBe(231)
  })

  test('other networks are not seen', async () => {
    const [one, other] = [await eventful(store()), await emptyNetwork(store())]
    for (const given of [
      {},
      { record: 'node-b' },
      { entity: 'node' as const },
      { actor: 'ben' },
      { node: 'node-b' },
      { reason: 'internal' as const },
    ])
      expect((await revisions(store(), other.networkId, given)).filter((revision) => revision > 1)).toEqual([])
    await store().removeNetwork(one.networkId)
    await expect(store().history.list(one.networkId, query())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('it reads the same after a restart', async () => {
    const { networkId } = await shared()
    const [list, days] = [await store().history.list(networkId, query()), await store().history.days(networkId)]
    await restart()
    expect(await store().history.list(networkId, query())).toEqual(list)
    expect(await store().history.days(networkId)).toEqual(days)
  })

  test('what no revision is refuses with a code, never with a bug', async () => {
    const { networkId } = await shared()
    for (const asked of [{ at: '0001-01-01' }, { at: '0000-01-01T00:00:00Z' }, { revision: 2_147_483_647 }])
      await expect(store().history.body(networkId, asked)).rejects.toBeInstanceOf(DomainError)
  })

  if (dialect === 'sqlite')
    test('HI24: every filter is answered by an index, and none by a look at all rows', async () => {
      const { networkId } = await shared()
      const { default: Database } = await import('better-sqlite3')
      const { fileOf } = await import('../../../lib/server/store.ts')
      const texts = await store().ask(function* (statements) {
        yield* []
        const { historyPage, momentAt, countChanges, checkpointRevisions } = statements
        return [
          historyPage([], 0),
          historyPage(['from', 'to'], 0),
          historyPage(['actor'], 0),
          historyPage(['record'], 0),
          historyPage(['entity'], 0),
          historyPage(['structural', 'unexplained'], 0),
          historyPage([], 16),
          momentAt,
          countChanges,
          checkpointRevisions,
        ].map(({ text }) => text)
      })
      const connection = new Database(fileOf(url()), { readonly: true })
      try {
        for (const text of texts) {
          const plan = connection
            .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
            .all(...Array.from(text.matchAll(/\?/g), () => networkId))
          expect(plan.map(({ detail }) => detail).filter((detail) => /^SCAN (change_set|change_log|checkpoint)\b(?!.*INDEX)/.test(detail))).toEqual(
            [],
          )
        }
      } finally {
        connection.close()
      }
    })
})
