import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../describe-on-each-database.ts'
import { planNetwork } from '../network-kit.ts'
import { freshFolder, weft } from './command-line.ts'
import { golden } from './content.ts'

function defineReading({ url, store, dialect }: TestDatabase): void {
  test('export writes what import reads, beside the store that is open', async () => {
    const { networkId } = await planNetwork(store())
    const folder = freshFolder()
    const { code, out } = await weft(['export', networkId], { databaseUrl: url() })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      format: 'weft/1',
      exportedAt: '2027-02-10T09:00:00Z',
      network: { id: networkId },
      checkIns: [{ id: 'chk-1' }, { id: 'chk-2' }, { id: 'chk-3' }],
    })
    const saved = await weft(['export', networkId, '--output', 'out.json', '--json'], { folder, databaseUrl: url() })
    expect(JSON.parse(saved.out)).toMatchObject({ file: 'out.json', network: networkId, counts: { checkIn: 3 } })
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toEqual(JSON.parse(out))
    expect((await weft(['export', networkId, '--output', 'out.json'], { folder, databaseUrl: url() })).err).toContain('exists and is left as it is')
    expect((await weft(['validate', 'out.json'], { folder })).code).toBe(0)
  })

  test('export of a network that is not there names those that are', async () => {
    const { networkId } = await planNetwork(store())
    const { code, err } = await weft(['export', 'nowhere'], { databaseUrl: url() })
    expect([code, err]).toEqual([1, expect.stringContaining(networkId)])
  })

  test('doctor finds a sound database well', async () => {
    const { code, out } = await weft(['doctor', '--json'], { databaseUrl: url() })
    const { findings } = JSON.parse(out)
    expect(findings.map((finding: { about: string }) => finding.about)).toEqual(
      expect.arrayContaining(['Node', 'database', 'schema', 'integrity', 'networks', 'server']),
    )
    const wrong = findings.filter((finding: { isWell: boolean }) => !finding.isWell).map((finding: { about: string }) => finding.about)
    // This test's own store holds the file and is no server.
    const expected = dialect === 'sqlite' ? [1, ['server']] : [0, []]
    expect([code, wrong]).toEqual(expected)
  })

  test('a backup beside the open store restores to the same content, on SQLite and back', async () => {
    await planNetwork(store())
    const folder = freshFolder()
    const made = JSON.parse((await weft(['backup', 'one', '--json'], { folder, databaseUrl: url() })).out)
    const sqlite = `file:${join(folder, 'restored.db')}`
    expect(await weft(['restore', 'one', '--database', sqlite], { folder })).toMatchObject({ code: 0, err: '' })
    const again = JSON.parse((await weft(['backup', 'two', '--json', '--database', sqlite], { folder })).out)
    expect(again.rows).toEqual(made.rows)
    const rowsOf = (name: string) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('['))
    expect(rowsOf('two')).toEqual(rowsOf('one'))
  })
}

describeOnEachDatabase('reading verbs', (database) => {
  // Doctor asks a server for its address; this store announces none.
  if (database.dialect === 'sqlite') {
    test('doctor and import say so where another program holds the file and does not say where', async () => {
      const { code, err } = await weft(['import', golden], { databaseUrl: database.url() })
      expect([code, err]).toEqual([3, expect.stringContaining('does not say where it listens')])
      expect(existsSync(`${database.url()}.address`)).toBe(false)
    })
  }
  defineReading(database)
})

describe('a file that is no database', () => {
  test('what is no database of Weft is told so', async () => {
    const folder = freshFolder()
    copyFileSync(golden, join(folder, 'not.db'))
    for (const verb of [['doctor'], ['backup', 'x'], ['export', 'n']]) {
      const { code, err } = await weft([...verb, '--database', join(folder, 'not.db')], { folder })
      expect(code, verb[0]).toBeGreaterThan(0)
      expect(err).not.toContain('    at ')
    }
    expect(await weft(['doctor', '--database', join(folder, 'none.db')], { folder })).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no database at'),
    })
  })
})
