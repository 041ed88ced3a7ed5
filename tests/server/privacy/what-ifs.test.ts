import { expect, test } from 'vitest'
import { readMigrations } from '../../../db/migrate.ts'
import type { Change } from '../../../lib/domain/change.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { entitySchemas } from '../../../lib/domain/entity.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { projectRoot } from '../../../lib/server/root.ts'
import { apiOn, base, expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { planNetwork } from '../network-kit.ts'
import { dumpOf, placesOf, runSql } from './dump.ts'

const migration = 'no-person-in-what-ifs'
const without = (entity: 'person' | 'team' | 'node', id: string) => ({ kind: 'without', entity, id }) as const

describeOnEachDatabase('what-ifs about a person', (database) => {
  const { send } = apiOn(database)

  /** As a version did it that kept them: the changes are written as they are. */
  async function keptBefore() {
    const ctx = await planNetwork(database.store())
    const make = (id: string, name: string, edits: readonly object[]) =>
      entitySchemas.whatIf.parse({ id, rank: 1, name, note: name === 'Team' ? 'Kept' : 'Ottokar leaves', edits, ownerId: 'ana' })
    const late = { kind: 'confidence', keyResultId: 'kr-a', confidence: 0.2 } as const
    const [about, team] = [make('about', 'Without Ottokar', [without('person', 'gone'), late]), make('team', 'Team', [without('team', 'team')])]
    const edited = { name: 'Ottokar away', edits: [late, without('person', 'gone')] }
    const write = (changes: readonly Change[]) => database.store().commit(ctx, { name: 'batch', decide: () => [...changes] })
    for (const after of [about, team]) await write([{ entity: 'whatIf', id: after.id, before: null, after }])
    await write([{ entity: 'whatIf', id: 'about', before: { name: about.name, edits: about.edits }, after: edited }])
    return { ...ctx, late }
  }

  async function migrate() {
    const found = readMigrations(projectRoot(), database.dialect).find(({ tag }) => tag.endsWith(migration))
    const statements = found?.statements ?? []
    for (const each of database.dialect === 'postgres' ? [statements.join('\n')] : statements) await runSql(database, each)
    return database.restart()
  }

  test('WI16: none is kept by any way in: made or changed, alone or among other commands', async () => {
    const { body } = await send('POST', `${base}/networks`, { name: 'Bright', template: 'blank' })
    const path = `${base}/networks/${body.item.id}`
    const refused = async (answer: Promise<Awaited<ReturnType<typeof send>>>, field: string) =>
      expect(expectProblem(await answer, 'VALIDATION').errors).toMatchObject([{ path: field, remedy: expect.stringContaining('by its address') }])
    await refused(send('POST', `${path}/what-ifs`, { name: 'If', edits: [without('node', 'x'), without('person', 'y')] }), 'edits[1]')
    const { item, revision } = (await send('POST', `${path}/what-ifs`, { name: 'If', edits: [without('team', 'x')] })).body
    await refused(send('PATCH', `${path}/what-ifs/${item.id}`, { edits: [without('person', 'y')], revision }), 'edits[0]')
    const commands = [call('whatIf.create', { id: 'w', name: 'If', edits: [without('person', 'y')] })]
    await refused(send('POST', `${path}/commands`, { commands }), 'edits[0]')
  })

  test('WI16: those that were kept lose the person in records, history and summaries; all else stays', async () => {
    const { networkId, late } = await keptBefore()
    expect(placesOf(await dumpOf(database), ['ottokar'])).toEqual(expect.arrayContaining(['change_log.after', 'change_log.before', 'what_if.name']))
    const store = await migrate()
    expect(placesOf(await dumpOf(database), ['ottokar', '"gone"'])).toEqual([])
    const snapshot = await store.read(networkId)
    expect(find(snapshot, 'whatIf', 'about')).toMatchObject({ name: 'Without somebody', note: null, edits: [late], ownerId: 'ana' })
    expect(find(snapshot, 'whatIf', 'team')).toMatchObject({ name: 'Team', note: 'Kept', edits: [without('team', 'team')] })
    const sets = await store.changesSince(networkId, snapshot.revision - 3, 10)
    expect(sets).toMatchObject([
      { summary: 'Changed a what-if about somebody', changes: [{ after: { edits: [late] } }] },
      { changes: [{ after: { name: 'Team' } }] },
      { summary: 'Changed a what-if about somebody', changes: [{ before: { edits: [late] }, after: { edits: [late] } }] },
    ])
    await expect(runSql(database, "UPDATE change_log SET entity = 'team'")).rejects.toThrow('append-only')
  })
})
