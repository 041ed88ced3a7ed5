import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verbs as launched } from '../../../bin/launcher/verbs.mjs'
import { verbs } from '../../../lib/server/cli/run.ts'
import { freshFolder, weft } from './command-line.ts'

describe('the command line', () => {
  test('without a verb, and asked for help, it lists all verbs', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { code, out } = await weft(args)
      expect(code).toBe(0)
      for (const { name, says } of verbs) expect(out).toContain(`${name.padEnd(10)} ${says}`)
    }
  })

  test('each verb is reached by npm run weft', () => {
    for (const { name } of verbs) expect(Object.keys(launched)).toContain(name)
  })

  test('each verb explains itself, its flags and its exit codes', async () => {
    for (const { name, takes, flags } of verbs) {
      const { code, out } = await weft([name, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(['weft --', name, ...takes].join(' '))
      for (const flag of [...Object.keys(flags), 'json', 'help']) expect(out).toContain(`--${flag}`)
      expect(out).toContain('Ends with 0 when done')
    }
  })

  test('a wrong call ends with 2 and says what would be right', async () => {
    const calls = [
      [['bakup'], 'There is no verb “bakup”'],
      [['validate'], 'validate takes FILE; none was given'],
      [['validate', 'a', 'b'], 'validate takes FILE; 2 were given'],
      [['doctor', '--databse', 'x'], 'There is no flag --databse'],
      [['doctor', '--database'], '--database needs a value: --database URL'],
      [['doctor', '--toString'], 'There is no flag --toString'],
    ] as const
    for (const [args, said] of calls) {
      const { code, err } = await weft(args)
      expect([code, err]).toEqual([2, expect.stringContaining(said)])
    }
  })

  test('a wrong configuration names the variable and the remedy', async () => {
    const { code, err } = await weft(['doctor'], { databaseUrl: 'mysql://x' })
    expect(code).toBe(3)
    expect(err).toContain('DATABASE_URL=mysql://x')
  })

  test('schema prints a JSON Schema that the golden document’s lists are in', async () => {
    const { out } = await weft(['schema'])
    expect(Object.keys(JSON.parse(out).properties)).toEqual(expect.arrayContaining(['format', 'network', 'keyResults', 'dependencies']))
  })

  test('as a program it writes answers to standard output, complaints to standard error, and sets the exit code', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, ['lib/server/cli/main.ts', ...args], { encoding: 'utf8' })
    const good = run('validate', 'tests/fixtures/value-network.weft.json', '--json')
    expect([good.status, good.stderr]).toEqual([0, ''])
    expect(JSON.parse(good.stdout)).toMatchObject({ valid: true, counts: { node: 8, dependency: 12 } })
    const bad = run('validate', 'no-such-file')
    expect([bad.status, bad.stdout]).toEqual([3, ''])
    expect(bad.stderr).toContain('no-such-file cannot be read')
  })
})

test('a reader that closes the pipe early is no failure', () => {
  const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" lib/server/cli/main.ts schema | head -1`], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

describe('validate', () => {
  const write = (text: string | Uint8Array) => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'a.json'), text)
    return { folder }
  }

  test('says what a good file holds', async () => {
    const { code, out } = await weft(['validate', 'tests/fixtures/value-network.weft.json'])
    expect([code, out]).toEqual([0, expect.stringContaining('“Worked example” with 4 value areas, 8 nodes')])
  })

  test('lists every fault by its path, as lines and as data', async () => {
    const place = write(
      JSON.stringify({ format: 'weft/1', network: { id: 'n', name: '' }, nodes: [{ id: 'a', areaId: 'x', name: 'A', colour: 'red' }] }),
    )
    const { code, err } = await weft(['validate', 'a.json'], place)
    expect(code).toBe(1)
    for (const path of ['network.name', 'nodes[0].areaId', 'nodes[0].colour']) expect(err).toContain(`  ${path}: `)
    const json = JSON.parse((await weft(['validate', 'a.json', '--json'], place)).out)
    expect(json).toMatchObject({ code: 'IMPORT_FAULTS' })
    expect(json.faults.map((fault: { path: string }) => fault.path)).toEqual(
      expect.arrayContaining(['network.name', 'nodes[0].areaId', 'nodes[0].colour']),
    )
  })

  test('refuses what is not JSON, not UTF-8 or too deep, without a stack', async () => {
    for (const text of ['{', '', Uint8Array.of(0x22, 0xff, 0x22), '['.repeat(100_000) + ']'.repeat(100_000), '"half \\ud800"']) {
      const { code, err } = await weft(['validate', 'a.json'], write(text))
      expect(code).toBe(1)
      expect(err).not.toContain('    at ')
    }
  })

  test('reads a file that begins with a byte order mark', async () => {
    expect((await weft(['validate', 'a.json'], write('\uFEFF{"format":"weft/1","network":{"id":"n","name":"N"}}'))).code).toBe(0)
  })
})
