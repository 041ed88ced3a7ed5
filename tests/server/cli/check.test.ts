import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, emptyNetwork, planCalls } from '../network-kit.ts'
import { freshFolder, weft } from './command-line.ts'
import { golden } from './content.ts'

describe('check a file', () => {
  test('AL80: a line for each finding, the gravest first, and how many there are', async () => {
    const { code, out, err } = await weft(['check', golden])
    expect([code, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toBe(
      'high    refused         Brand awareness declined “Inbound qualified leads 20 to 40 a month”; “Win 5 new clients” still needs it.',
    )
    const severities = lines.slice(0, -1).map((line) => line.split(' ')[0])
    expect(severities).toEqual(severities.toSorted((a, b) => ['high', 'medium', 'low'].indexOf(a ?? '') - ['high', 'medium', 'low'].indexOf(b ?? '')))
    expect(lines.at(-1)).toMatch(/^23 findings: 3 high, \d+ medium, \d+ low\.$/)
  })

  test('AL80: one rule, by another day, as data with subjects', async () => {
    const { out } = await weft(['check', golden, '--rule', 'unusedExchange', '--on', '2027-03-01', '--json'])
    const data = JSON.parse(out)
    expect(data).toMatchObject({ on: '2027-03-01', summary: '6 findings: 6 low.', accepted: [], off: [] })
    expect(data.findings.map(({ rule }: { rule: string }) => rule)).toEqual(Array.from({ length: 6 }, () => 'unusedExchange'))
    expect(data.findings[0]).toMatchObject({ severity: 'low', theme: 'exchanges', subjects: [{ entity: 'exchange' }] })
  })

  test('AL80: it ends with 1 only where it is told to, and something as grave is found', async () => {
    const codeOf = async (...flags: string[]) => (await weft(['check', golden, ...flags])).code
    expect(await codeOf('--fail-on', 'error')).toBe(1)
    expect(await codeOf('--fail-on', 'high', '--rule', 'unusedExchange')).toBe(0)
    expect(await codeOf('--fail-on', 'note', '--rule', 'unusedExchange')).toBe(1)
    expect(await codeOf('--fail-on', 'low', '--rule', 'ring')).toBe(0)
  })

  test('AL80: what is asked wrongly is told, and nothing found is said', async () => {
    expect(await weft(['check', golden, '--rule', 'ring'])).toMatchObject({ code: 0, out: 'Nothing was found.\n' })
    for (const [flag, value] of [
      ['--rule', 'none'],
      ['--fail-on', 'fatal'],
      ['--on', '2027-02-30'],
    ] as const)
      expect(await weft(['check', golden, flag, value])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(value) })
    expect(await weft(['check', golden, '--cycle', 'Q9'])).toMatchObject({ code: 1, err: expect.stringContaining('2027-Q1') })
    expect((await weft(['check', 'no-such.json'])).code).toBe(3)
    const folder = freshFolder()
    writeFileSync(join(folder, 'new.json'), JSON.stringify({ format: 'weft/1', network: { id: 'net', name: 'New' } }))
    expect(await weft(['check', 'new.json'], { folder })).toMatchObject({ code: 0, out: 'Nothing was found.\n' })
  })
})

describeOnEachDatabase('check a network', ({ url, store }) => {
  test('AL80, AL7: what is accepted is left out, and shown with why and until when where it is asked for', async () => {
    const ctx = await emptyNetwork(store())
    await commit(store(), ctx, planCalls)
    await commit(store(), ctx, [
      call('acceptance.create', { id: 'acc', finding: 'oneSided:exch', rule: 'oneSided', because: 'We ask in March', reviewOn: '2027-03-10' }),
      call('checkSetting.create', { id: 'set', rule: 'noDate', isOn: false }),
    ])
    const run = async (...flags: string[]) => (await weft(['check', ctx.networkId, ...flags], { databaseUrl: url() })).out
    expect(await run('--rule', 'oneSided')).toBe('Nothing was found. 1 accepted.\n')
    expect(await run('--rule', 'oneSided', '--accepted')).toContain('has not said that it gets it. Accepted until 10 Mar: We ask in March\n')
    expect(await run()).toMatch(/1 accepted\. Switched off: 1 check\.\n$/)
    expect(await run('--rule', 'noOwner', '--cycle', 'Q1')).toContain('Nobody owns “')
  })
})
