import { expect, test } from 'vitest'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { planCalls } from '../network-kit.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'

type Found = { readonly id: string; readonly rule: string }

describeOnEachDatabase('findings', (database) => {
  const { send } = apiOn(database)

  async function network() {
    const { body } = await send('POST', `${base}/networks`, { name: 'Bright', template: 'blank' })
    const path = `${base}/networks/${body.item.id}`
    const run = (...commands: readonly CommandCall[]) => send('POST', `${path}/commands`, { commands })
    expect((await run(...planCalls)).status).toBe(200)
    const read = async (query = '') => (await send('GET', `${path}/findings?cycle=cycle&on=2027-02-10${query}`)).body
    return { path, run, read }
  }

  const ids = (found: readonly Found[]) => found.map(({ id }) => id)

  test('AL81: all rules with what the network has set, and what they find, rule by rule', async () => {
    const { run, read } = await network()
    await run(
      call('checkSetting.create', { id: 's1', rule: 'noDate', isOn: false }),
      call('checkSetting.create', { id: 's2', rule: 'overload', limit: 0 }),
    )
    const { findings, checks, cycleId, accepted } = await read()
    expect([cycleId, accepted]).toEqual(['cycle', []])
    const keys = checks.map(({ key }: { key: string }) => key)
    expect(keys).toHaveLength(40)
    const order = findings.map(({ rule }: Found) => keys.indexOf(rule))
    expect(order).toEqual(order.toSorted((a: number, b: number) => a - b))
    expect(checks.find(({ key }: { key: string }) => key === 'noDate')).toMatchObject({ isOn: false, limit: null })
    expect(checks.find(({ key }: { key: string }) => key === 'overload')).toMatchObject({ isOn: true, limit: { value: 0, usual: 5 } })
    expect(findings.some(({ rule }: Found) => rule === 'noDate')).toBe(false)
  })

  test('AL81: the commands of a fix can be sent as they are', async () => {
    const { run, read } = await network()
    const { findings } = await read('&rule=oneSided')
    expect(findings).toMatchObject([{ id: 'oneSided:exch', subjects: [{ entity: 'exchange', id: 'exch' }], nodeIds: ['node-a', 'node-b'] }])
    const confirm = findings[0].fixes.find(({ id }: { id: string }) => id === 'confirm')
    expect((await run(...confirm.commands)).status).toBe(200)
    expect((await read('&rule=oneSided')).findings).toEqual([])
  })

  test('AL81, AL7: accepted until a day, told apart where it is asked for; names are those of now', async () => {
    const { run, read } = await network()
    const [found] = (await read('&rule=oneSided')).findings
    const accept = found.fixes.find(({ id }: { id: string }) => id === 'accept')
    expect(accept.needs).toEqual(['text', 'ownerId', 'dueOn'])
    const [{ name, input }] = accept.commands
    expect((await run({ name, input: { ...input, because: 'We ask in March', ownerId: 'ana', reviewOn: '2027-03-10' } })).status).toBe(200)
    const hidden = await read('&rule=oneSided')
    expect([hidden.findings, hidden.accepted]).toEqual([[], []])
    const { accepted } = await read('&rule=oneSided&accepted=true')
    expect(accepted).toMatchObject([{ id: found.id, acceptance: { because: 'We ask in March', ownerId: 'ana', reviewOn: '2027-03-10' } }])
    await run(call('acceptance.update', { id: accepted[0].acceptance.id, set: { reviewOn: '2027-02-01' } }))
    const back = await read('&rule=oneSided&accepted=true')
    expect([ids(back.findings), back.accepted]).toEqual([[found.id], []])
    expect(back.findings[0].sentence).toMatch(/It was accepted until 1 Feb; Ana answers for it\.$/)
  })

  test('AL81: what is not there is refused', async () => {
    const { path } = await network()
    expectProblem(await send('GET', `${path}/findings?cycle=none`), 'NOT_FOUND')
    expectProblem(await send('GET', `${path}/findings?rule=none`), 'VALIDATION')
  })
})
