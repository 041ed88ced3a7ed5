import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tell } from '../../../db/query.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from '../cli/command-line.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, planNetwork } from '../network-kit.ts'
import { dumpOf, runSql } from './dump.ts'
import { openAccountOf, seatIn, settle } from './settle.ts'

const leftOut = ['session', 'attempt', 'verification', 'job', 'checkpoint']
const at = new Date('2027-01-11T09:00:00Z')

describeOnEachDatabase('a backup', (database) => {
  const { store, url, dialect } = database

  /** A database with a row in every table. */
  async function full() {
    const ctx = await planNetwork(store())
    const { networkId } = ctx
    const key = randomUUID().slice(0, 8)
    const one = { userId: `user-${key}`, personId: `person-${key}`, name: 'Olga', email: `${key}@example.org` }
    await commit(store(), ctx, [call('person.create', { id: one.personId, name: one.name, email: one.email })])
    await openAccountOf(store(), one)
    await settle(store(), ctx, one, 'owner')
    await seatIn(store(), { networkId, ritualId: 'rit' }, one.personId)
    await store().commit(ctx, { name: 'batch', decide: () => [] }, { idempotency: { key: `key-${key}`, hash: 'h' } })
    await store().write('all', function* (statements) {
      yield* tell(statements.countAttempt, { key: `account ${key}`, now: at, cutoff: at })
      yield* tell(statements.insertCheckpoint, { networkId, revision: 1, at, body: Buffer.from(`checkpoint ${key}`) })
      yield* tell(statements.enterJob, { name: `job-${key}`, nextAt: at })
      const link = { name: 'L', view: 'map', query: '', createdBy: one.userId, createdAt: at, expiresAt: at, lastUsedAt: null, revokedAt: null }
      yield* tell(statements.insertLink, { id: `link-${key}`, networkId, hash: `link-hash-${key}`, ...link })
      const hook = { name: 'H', url: 'https://x.example', shape: 'standard', events: ['promise.asked'], secret: 'sealed', createdBy: one.userId }
      yield* tell(statements.insertWebhook, { id: `hook-${key}`, networkId, ...hook, createdAt: at, disabledAt: null, disabledBecause: null })
      const message = { kind: 'k', targetId: `hook-${key}`, revision: 1, payload: { a: [1] }, createdAt: at, nextAt: at, attempts: 2 }
      yield* tell(statements.insertOutbox, { id: `msg-${key}`, networkId, ...message })
    })
    const instant = dialect === 'sqlite' ? '1800000000000' : "'2027-01-15T08:00:00Z'"
    const session = `'ses-${key}', 'token-${key}', '${one.userId}', ${instant}, ${instant}, ${instant}`
    await runSql(database, `INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at) VALUES (${session})`)
    return { networkId, key }
  }

  test('PV21: holds every table but those of passing sign-ins, and brings all of it back, hashes as they were', async () => {
    const { key } = await full()
    const folder = freshFolder()
    const copy = await weft(['backup', 'copy'], { folder, databaseUrl: url() })
    expect(copy).toMatchObject({ code: 0, err: '' })
    expect(copy.out).toContain('Second factors and webhooks are sealed')
    const other = `file:${join(folder, 'other.db')}`
    expect(await weft(['restore', 'copy', '--database', other], { folder })).toMatchObject({ code: 0, err: '' })
    const [before, after] = [await dumpOf(database), await dumpOf({ dialect: 'sqlite', url: () => other })]
    const kept = [...before.keys()].filter((table) => !leftOut.includes(table) && table !== 'weft_migration' && !table.startsWith('sqlite_'))
    const counts = (dump: typeof before) => kept.map((table) => [table, dump.get(table)?.length]).sort()
    expect(counts(after)).toEqual(counts(before))
    const filled = kept.filter((table) => (before.get(table)?.length ?? 0) > 0)
    expect(kept.filter((table) => !filled.includes(table))).toEqual(['setup', 'two_factor'])
    for (const table of leftOut) expect([before.get(table)?.length === 0, after.get(table)], table).toEqual([false, []])
    expect(after.get('api_token')?.find(({ hash }) => String(hash).includes(key))).toMatchObject({ scope: 'read', hint: 'abcd' })
    expect(after.get('share_link')?.map(({ hash }) => hash)).toContain(`link-hash-${key}`)
    const sealed = after.get('sealed')?.find(({ seat_id }) => seat_id === `person-${key}`)
    expect([sealed?.['question'], JSON.parse(String(sealed?.['body']))]).toEqual(['s1', { colour: 2, trend: 0 }])
    expect(after.get('account')?.map(({ password }) => password)).toContain('hash')
    const text = gunzipSync(readFileSync(join(folder, 'copy'))).toString()
    for (const passing of [`ver-user-${key}`, `token-${key}`, `account ${key}`]) expect(text).not.toContain(passing)
  })

  test('PV21: history, names in it and undo are in the copy; an export of the network holds none of the operational tables', async () => {
    const { networkId, key } = await full()
    const folder = freshFolder()
    await weft(['backup', 'copy'], { folder, databaseUrl: url() })
    const other = `file:${join(folder, 'other.db')}`
    await weft(['restore', 'copy', '--database', other], { folder })
    const restored = await openStore(other)
    try {
      expect(await restored.changesSince(networkId, 0, 100)).toEqual(await store().changesSince(networkId, 0, 100))
      expect(await restored.undoState({ networkId, actor: 'ana' })).toEqual(await store().undoState({ networkId, actor: 'ana' }))
    } finally {
      await restored.close()
    }
    const { out } = await weft(['export', networkId], { databaseUrl: url() })
    const document = JSON.parse(out)
    expect(document.comments).toHaveLength(1)
    expect(document.people.map(({ id }: { id: string }) => id)).toContain(`person-${key}`)
    for (const operational of [`user-${key}`, `link-${key}`, `hook-${key}`, 'inv-', 'hash-', 'guest-', 'colour'])
      expect(out).not.toContain(operational)
  })
})
