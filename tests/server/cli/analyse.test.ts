import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { differences, shortened } from '../../domain/measure/report/same.ts'
import { goldenAnswer } from '../../domain/sketch.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { planNetwork } from '../network-kit.ts'
import { freshFolder, weft } from './command-line.ts'
import { golden } from './content.ts'

const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

/** The worked example with the need that closes its ring. */
function ringFile(): string {
  const document = JSON.parse(readFileSync(golden, 'utf8'))
  const file = join(freshFolder(), 'ring.json')
  writeFileSync(file, JSON.stringify({ ...document, dependencies: [...document.dependencies, closing] }))
  return file
}

describe('analyse', () => {
  test('OR36: a file, as one value with the keys of the worked example', async () => {
    const { code, out, err } = await weft(['analyse', golden, '--json'])
    expect([code, err]).toEqual([0, ''])
    const found = Object(shortened(JSON.parse(out)))
    expect(Object.keys(found)).toEqual(['valueNetwork', 'krNetwork', 'cycleVariant', 'nodeDSM'])
    expect(JSON.parse((await weft(['analyse', golden, '--json', '--dates'])).out).dates.atBestWeeks).toBeGreaterThan(0)
    expect(differences(found.valueNetwork, goldenAnswer('valueNetwork'), 1e-9)).toEqual([])
    expect(differences(found.krNetwork.gainIfCertain, goldenAnswer('krNetwork', 'gainIfCertain'), 1e-9)).toEqual([])
  })

  test('OR36: the ring of a file that has one', async () => {
    const { cycleVariant } = JSON.parse((await weft(['analyse', ringFile(), '--json'])).out)
    const { addedDependency: _given, ...expected } = Object(goldenAnswer('cycleVariant'))
    expect(cycleVariant).toEqual(expected)
  })

  test('OR36: in words, ten sentences at most, the chance of the goal first', async () => {
    const lines = (await weft(['analyse', golden])).out.trimEnd().split('\n')
    expect(lines.length).toBe(10)
    expect(lines.slice(0, 2)).toEqual([
      'As planned, 25 in 100 cycles like this would end with “Win 5 new clients”.',
      '8 of the 12 things we rely on have been promised. 3 are waiting for an answer, 1 was declined.',
    ])
    expect(lines[2]).toBe('The longest chain is 8 results and about 25 weeks; the cycle has 13. Even if all goes at its best it takes 16 weeks.')
    expect((await weft(['analyse', golden, '--goal', 'K2'])).out).toContain('would end with “Inbound qualified leads 20 to 40 a month”')
  })

  test('OR36: what is named and not there, and a file that is none, are refused with what to do', async () => {
    for (const flag of ['goal', 'focal', 'cycle']) {
      const { code, err } = await weft(['analyse', golden, `--${flag}`, 'nothing'])
      expect([code, err]).toEqual([1, expect.stringContaining('leave it out')])
    }
    expect(await weft(['analyse', 'no-such-file.json'])).toMatchObject({ code: 3, err: expect.stringContaining('cannot be read') })
    const folder = freshFolder()
    writeFileSync(join(folder, 'empty.json'), JSON.stringify({ format: 'weft/1', network: { id: 'net', name: 'New' } }))
    expect(await weft(['analyse', 'empty.json'], { folder })).toMatchObject({ code: 0, out: '“New” holds nothing yet that measures could tell.\n' })
  })
})

describeOnEachDatabase('analyse', ({ url, store }) => {
  test('OR36: a network of a database, beside the store that is open', async () => {
    const { networkId } = await planNetwork(store())
    const { code, out } = await weft(['analyse', networkId, '--json'], { databaseUrl: url() })
    expect([code, JSON.parse(out).krNetwork.hasCycle]).toEqual([0, false])
    expect(await weft(['analyse', 'nowhere'], { databaseUrl: url() })).toMatchObject({ code: 1, err: expect.stringContaining(networkId) })
  })
})
