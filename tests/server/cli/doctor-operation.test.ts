import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tell } from '../../../db/query.ts'
import { openSource } from '../../../lib/server/backup/source.ts'
import { backupFinding, tellingFindings } from '../../../lib/server/cli/doctor-operation.ts'
import { readConfig } from '../../../lib/server/config.ts'
import { openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from './command-line.ts'
import { fileWithNetwork } from './content.ts'

const now = new Date('2027-02-10T12:00:00Z')

async function findingFor(databaseUrl: string, env: Record<string, string>) {
  const source = await openSource(databaseUrl)
  return backupFinding(source, readConfig({ DATABASE_URL: databaseUrl, ...env }), now).finally(() => source.close())
}

test('OP19: doctor says how it stands with the copies, and what to do', async () => {
  const folder = freshFolder()
  const databaseUrl = await fileWithNetwork(folder)
  expect(await findingFor(databaseUrl, {})).toMatchObject({ isWell: true, isWeak: true, found: expect.stringContaining('Give BACKUP_DIR') })
  const copies = join(folder, 'copies')
  mkdirSync(copies)
  const env = { BACKUP_DIR: copies }
  expect(await findingFor(databaseUrl, env)).toMatchObject({ isWell: true, isWeak: true, found: expect.stringContaining('none yet') })
  writeFileSync(join(copies, 'weft-2027-02-10T03-00-00Z.backup'), 'copy')
  expect(await findingFor(databaseUrl, env)).toMatchObject({
    isWell: true,
    found: expect.stringContaining('newest 2027-02-10T03:00:00.000Z, 1 in all'),
  })
  expect((await findingFor(databaseUrl, env)).found).toContain('They lie on the disk of the database')
  const store = await openStore(databaseUrl)
  await store.write('jobs', function* (statements) {
    yield* tell(statements.enterJob, { name: 'backup', nextAt: new Date(0) })
    yield { query: statements.takeJob, runs: [{ name: 'backup', processId: 'p', now, until: now }] }
    yield* tell(statements.finishJob, { name: 'backup', processId: 'p', outcome: 'failed', at: new Date('2027-02-10T04:00:00Z'), nextAt: now })
  })
  await store.close()
  expect(await findingFor(databaseUrl, env)).toMatchObject({ isWell: false, found: expect.stringContaining('the last try failed') })
})

test('doctor tells copies, numbers and the log among the rest', async () => {
  const databaseUrl = await fileWithNetwork(freshFolder())
  const { out } = await weft(['doctor'], { databaseUrl })
  expect(out).toMatch(/^weak {3}backup +none by itself/m)
  expect(out).toMatch(/^ok {5}metrics +off$/m)
  expect(out).toMatch(/^ok {5}log +from warn on/m)
})

test('a log that tells nobody is weak; a token of numbers is not shown', () => {
  const of = (env: Record<string, string>) => tellingFindings(readConfig(env))
  expect(of({ LOG_LEVEL: 'silent' })[1]).toMatchObject({ isWeak: true })
  expect(JSON.stringify(of({ METRICS: 'a-secret-token-of-numbers' }))).not.toContain('secret')
  expect(of({ METRICS: 'on' })[0]?.found).toBe('at /metrics, for programs of this computer')
})
