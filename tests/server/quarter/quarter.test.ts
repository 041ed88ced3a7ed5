import { expect, test } from 'vitest'
import { apiOn } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { companyCalls, lastQuarterCalls } from './company.ts'
import * as ending from './ending.ts'
import { outputAs } from './outputs.ts'
import * as planning from './planning.ts'
import { type Clock, foundCompany, type Quarter } from './quarter.ts'
import { walk } from './walking.ts'
import { weeks } from './weeks.ts'

/** The texts of the quarter, kept to be read: `npx vitest -u` writes them anew. */
function golden(name: string, text: string): Promise<void> {
  return expect(text).toMatchFileSnapshot(`../../fixtures/quarter/${name}`)
}

describeOnEachDatabase('a whole quarter', (database) => {
  const clock: Clock = { now: '2026-11-30T09:00:00Z' }
  const api = apiOn(database, { people: true, clock: () => new Date(clock.now) })
  let company: Quarter | undefined
  const quarter = (): Quarter => {
    if (company) return company
    throw new Error('the company is founded first')
  }

  test('the company is founded', async () => {
    company = await foundCompany(database, api, clock, [...companyCalls, ...lastQuarterCalls])
  })

  test('the quarter is planned: lobby, drafts, asks, fit, vote, commit', async () => {
    await planning.lobby(quarter())
    await planning.opening(quarter())
    await planning.drafting(quarter())
    await planning.market(quarter())
    await golden('fit.md', `${(await planning.fitting(quarter())).join('\n')}\n`)
    await planning.voting(quarter())
    await planning.committing(quarter())
    await golden('plan.md', await outputAs(quarter(), 'plan', 'md'))
    await golden('plan.ics', (await outputAs(quarter(), 'plan', 'ics')).replaceAll(/SEQUENCE:\d+\r\n/g, ''))
  })

  test('twelve walks, and two nodes that check themselves in between', { timeout: 120_000 }, async () => {
    const [minutes, checks]: [string[], string[]] = [[], []]
    for (const [at, week] of weeks.entries()) {
      minutes.push(await outputAs(quarter(), await walk(quarter(), week, at + 1), 'md'))
      if (at === 4) checks.push(await ending.check(quarter(), { id: 'check-app', leader: 'tom', voters: ['tom', 'dana'], colours: [2, 0] }))
      if (at === 9) {
        const voters = ['ines', 'mara', 'dana', 'ben'] as const
        checks.push(await ending.check(quarter(), { id: 'check-riders', leader: 'ines', voters, colours: [2, 2, 1, 0] }))
      }
    }
    await golden('walks.md', minutes.join('\n'))
    await golden('checks.md', checks.join('\n'))
  })

  test('the quarter is graded and closed, and goes over into the next one', async () => {
    await ending.closing(quarter())
    await golden('plan-against-actual.md', await ending.planAgainstActual(quarter()))
    expect(await ending.nextQuarter(quarter())).toEqual([
      'k1-return: Riders who come back within a month from 53',
      'k1-lock: Locks that open at the first try from 95',
      'Unlocking over Bluetooth: requested',
      'riders: 3',
      'app: 2',
      'fleet: 3',
      'workshop: 2',
    ])
  })
})
