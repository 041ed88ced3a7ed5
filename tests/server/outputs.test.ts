import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { apiOn, base, expectProblem } from './api/api-kit.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'
import { commit, contextOf, emptyNetwork, planCalls } from './network-kit.ts'

describeOnEachDatabase('what sessions left', (database) => {
  const { app, send } = apiOn(database)

  async function walked(): Promise<string> {
    const { networkId } = await emptyNetwork(database.store())
    const ctx = contextOf(networkId)
    await commit(database.store(), ctx, planCalls)
    await commit(database.store(), ctx, [
      call('ritual.open', { id: 'walk', kind: 'walk', title: 'Walk <b>' }),
      call('ritualItem.create', { id: 'i1', ritualId: 'walk', kind: 'action', text: '<script>', ownerId: 'ana', dueOn: '2027-02-12' }),
      call('ritual.close', { id: 'walk', attendeeIds: ['ana'] }),
    ])
    return `${base}/networks/${networkId}/rituals/walk/output`
  }

  test('MN25: as data, with names in its texts and ids where somebody does something', async () => {
    const { status, body } = await send('GET', await walked())
    expect([status, body.kind, body.title]).toEqual([200, 'walk', 'Walk <b>'])
    expect(body.facts[0]).toEqual({ label: 'Attendance', value: 'Ana' })
    expect(body.sections[1].entries[0]).toMatchObject({ text: '<script>', owner: 'ana', due: '2027-02-12' })
  })

  test('MN25: in each form with its type, as a file that nothing runs in', async () => {
    const path = await walked()
    const types = { md: 'text/markdown', html: 'text/html', ics: 'text/calendar', card: 'application/json', teams: 'application/json' }
    for (const [form, type] of Object.entries(types)) {
      const response = await app().request(`${path}?as=${form}`)
      const text = await response.text()
      expect([response.status, response.headers.get('content-type')?.split(';')[0], text.includes('Walk')]).toEqual([200, type, true])
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="walk-\d{4}-\d\d-\d\d\.(md|html|ics|json)"$/)
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
      if (form === 'html' || form === 'md') expect(text).not.toContain('<script>')
    }
  })

  test('CK65: a closed check is told of its closing, whatever is told later', async () => {
    const { networkId } = await emptyNetwork(database.store())
    const at = (now: string) => ({ ...contextOf(networkId), now })
    const told = (id: string, value: number) => call('checkIn.create', { id, keyResultId: 'kr-a', value, confidence: value / 5 })
    await commit(database.store(), contextOf(networkId), planCalls)
    await commit(database.store(), at('2027-02-08T09:00:00Z'), [call('ritual.open', { id: 'check', kind: 'check', nodeId: 'node-a' })])
    await commit(database.store(), at('2027-02-08T09:05:00Z'), [told('in', 4)])
    await commit(database.store(), at('2027-02-08T09:10:00Z'), [call('ritual.close', { id: 'check', attendeeIds: ['ana'] })])
    const read = async () => (await send('GET', `${base}/networks/${networkId}/rituals/check/output`)).body
    const then = await read()
    expect(then.sections[1].table.rows[0]).toEqual(['Answer in 1 h', '4 → 1 h', '8', 'told'])
    await commit(database.store(), at('2027-02-15T09:00:00Z'), [told('later', 2)])
    expect(await read()).toEqual(then)
  })

  test('MN25: another form is refused, and a session that is not there is not found', async () => {
    const path = await walked()
    expectProblem(await send('GET', `${path}?as=pdf`), 'VALIDATION')
    expectProblem(await send('GET', path.replace('/walk/', '/none/')), 'NOT_FOUND')
  })
})
