import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { historyOf } from '../../../lib/domain/promise/stand.ts'
import { get } from '../../../lib/domain/snapshot.ts'
import type { PromiseMoveName } from '../../../lib/domain/vocabulary.ts'
import { base, expectProblem } from '../api/api-kit.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { askBilling, stageOn, tellingOn } from './outbox-kit.ts'
import { runBeside } from './run-beside.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

describeOnEachDatabase('answer links', (database) => {
  const telling = tellingOn(database)
  const { store } = database

  async function asked() {
    const stage = await stageOn(store(), telling)
    const [owner, lead] = [await stage.member('Olga', 'owner', 'care'), await stage.member('Bea', 'contributor', 'billing')]
    await stage.as(owner, askBilling())
    const snapshot = () => store().read(stage.networkId)
    const after = historyOf(await snapshot(), 'dep').at(-1)?.id ?? ''
    const expiresAt = new Date(telling.clock.now().getTime() + 14 * dayMs)
    const linkFor = (move: PromiseMoveName, personId = lead.personId) =>
      `${base}/answers/${telling.outbox().links.sign({ networkId: stage.networkId, dependencyId: 'dep', personId, move, after, expiresAt })}`
    const state = async () => get(await snapshot(), 'dependency', 'dep').state
    return { ...stage, owner, lead, linkFor, state, snapshot }
  }

  test('without signing in a link shows what it would do, writes nothing, and a click does it once', async () => {
    const { linkFor, state, lead, networkId, snapshot } = await asked()
    const link = linkFor('promise')
    const before = (await snapshot()).revision
    for (let round = 0; round < 3; round += 1) {
      const { status, body } = await telling.send(null, 'GET', link)
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          state: 'open',
          network: { name: 'Bright' },
          person: { name: 'Bea' },
          move: 'promise',
          label: 'Promise',
          sentence: '“Promise” answers for Bea: “Clean invoices”, which Care needs from Billing.',
          needs: [],
          canUndo: false,
        }),
      ])
    }
    expect([(await snapshot()).revision, await state()]).toEqual([before, 'requested'])
    const done = (await telling.send(null, 'POST', link, {})).body
    expect(done).toMatchObject({ state: 'done', sentence: 'Bea promised Care “Clean invoices”.', canUndo: true })
    expect((await telling.send(null, 'POST', link, {})).body).toEqual(done)
    expect((await telling.send(null, 'GET', link)).body).toEqual(done)
    expect([(await snapshot()).revision, await state()]).toEqual([before + 1, 'promised'])
    const [set] = await runBeside(database, `SELECT actor, command FROM change_set WHERE network_id = '${networkId}' ORDER BY revision DESC LIMIT 1`)
    expect(set).toMatchObject({ command: 'promise.move', actor: expect.stringMatching(new RegExp(`^${lead.personId}/link_`)) })
    expect(historyOf(await snapshot(), 'dep').at(-1)).toMatchObject({ personId: lead.personId, move: 'promise', side: 'supplier' })
  })

  test('two clicks at once are one move', async () => {
    const { linkFor, snapshot } = await asked()
    const link = linkFor('promise')
    const answers = await Promise.all(Array.from({ length: 6 }, () => telling.send(null, 'POST', link, {})))
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(Array.from({ length: 6 }, () => [200, 'done']))
    expect(historyOf(await snapshot(), 'dep')).toHaveLength(2)
  })

  test('an answer can be taken back for ten minutes, and given again', async () => {
    const { linkFor, state } = await asked()
    const link = linkFor('promise')
    await telling.send(null, 'POST', link, {})
    telling.clock.pass(9 * minuteMs)
    expect((await telling.send(null, 'POST', `${link}/undo`)).body).toMatchObject({ state: 'open', canUndo: false })
    expect(await state()).toBe('requested')
    expectProblem(await telling.send(null, 'POST', `${link}/undo`), 'NOTHING_TO_UNDO')
    expect((await telling.send(null, 'POST', link, {})).body.state).toBe('done')
    telling.clock.pass(10 * minuteMs + 1_000)
    expect((await telling.send(null, 'GET', link)).body).toMatchObject({ state: 'done', canUndo: false })
    expectProblem(await telling.send(null, 'POST', `${link}/undo`), 'UNDO_TOO_LATE')
    expect(await state()).toBe('promised')
  })

  test('a move that needs a reason says so and takes it', async () => {
    const { linkFor, state, snapshot } = await asked()
    const link = linkFor('decline')
    expect((await telling.send(null, 'GET', link)).body.needs).toEqual(['reason'])
    expectProblem(await telling.send(null, 'POST', link, {}), 'REASON_MISSING')
    expect(await state()).toBe('requested')
    expect((await telling.send(null, 'POST', link, { reason: 'No capacity' })).body.state).toBe('done')
    expect(historyOf(await snapshot(), 'dep').at(-1)).toMatchObject({ move: 'decline', reason: 'No capacity' })
  })

  test('NO68: a counter takes the terms that its page gives, and refuses those that lie on the table', async () => {
    const { linkFor, state, snapshot } = await asked()
    const link = linkFor('counter')
    expect((await telling.send(null, 'GET', link)).body).toMatchObject({
      needs: ['terms'],
      onTable: { on: '2027-03-01', what: 'Clean invoices', condition: null, isProposed: false },
    })
    expectProblem(await telling.send(null, 'POST', link, {}), 'TERMS_MISSING')
    expectProblem(await telling.send(null, 'POST', link, { terms: { on: '2027-03-01' } }), 'TERMS_MISSING')
    expectProblem(await telling.send(null, 'POST', link, { terms: { on: 'soon' } }), 'VALIDATION')
    expectProblem(await telling.send(null, 'POST', linkFor('promise'), { terms: { on: '2027-03-09' } }), 'VALIDATION')
    expect(await state()).toBe('requested')
    const done = await telling.send(null, 'POST', link, { terms: { on: '2027-03-09', condition: 'Two audits passed' }, reason: 'We are two' })
    expect(done.body).toMatchObject({ state: 'done', canUndo: true })
    expect(get(await snapshot(), 'dependency', 'dep').terms).toMatchObject({ by: 'supplier', on: '2027-03-09', condition: 'Two audits passed' })
    expect(historyOf(await snapshot(), 'dep').at(-1)).toMatchObject({ move: 'counter', reason: 'We are two' })
  })

  test('everything that is wrong with a link has one answer', async () => {
    const { linkFor, owner, lead, as, networkId, state } = await asked()
    const dead: string[] = [`${base}/answers/x`, `${base}/answers/${'a'.repeat(300)}.${'b'.repeat(43)}`, `${linkFor('promise')}x`]
    dead.push(linkFor('promise', owner.personId), linkFor('accept'), linkFor('promise', 'nobody'), linkFor('deliver'))
    const other = linkFor('promise').split('/').at(-1) ?? ''
    const elsewhere = telling.outbox().links.sign({
      networkId: 'net_other',
      dependencyId: 'dep',
      personId: lead.personId,
      move: 'promise',
      after: '',
      expiresAt: new Date('2099-01-01'),
    })
    dead.push(`${base}/answers/${elsewhere}`, `${base}/answers/${other.split('.')[0]}.`)
    const usedUp = linkFor('promise')
    await as(lead, call('promise.move', { id: 'dep', moveId: 'move_by-hand', move: 'counter', terms: { on: '2027-03-09' } }))
    dead.push(usedUp)
    const bodies: unknown[] = []
    for (const link of dead) {
      for (const [method, at, body] of [
        ['GET', link],
        ['POST', link, {}],
        ['POST', `${link}/undo`],
      ] as const) {
        const answer = await telling.send(null, method, at, body)
        bodies.push(expectProblem(answer, 'LINK_OVER'))
        expect(answer.status).toBe(404)
      }
    }
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expect(await state()).toBe('countered')
    expect((await store().read(networkId)).tables.promiseMove.size).toBe(2)
  })

  test('a link ends with its time, with the membership and with the role', async () => {
    const { linkFor, lead, networkId } = await asked()
    const link = linkFor('promise')
    const setRole = async (role: string) => {
      await runBeside(database, `UPDATE membership SET role = '${role}' WHERE network_id = '${networkId}' AND person_id = '${lead.personId}'`)
      telling.people().access.changed(networkId)
    }
    await setRole('viewer')
    expectProblem(await telling.send(null, 'POST', link, {}), 'LINK_OVER')
    await setRole('contributor')
    expect((await telling.send(null, 'GET', link)).status).toBe(200)
    telling.clock.pass(14 * dayMs + 1)
    expectProblem(await telling.send(null, 'GET', link), 'LINK_OVER')
    telling.clock.pass(-14 * dayMs - 1)
    await runBeside(database, `DELETE FROM membership WHERE network_id = '${networkId}' AND person_id = '${lead.personId}'`)
    telling.people().access.changed(networkId)
    expectProblem(await telling.send(null, 'POST', link, {}), 'LINK_OVER')
  })

  test('a link does nothing but its move', async () => {
    const { linkFor, path, state } = await asked()
    const token = linkFor('promise').split('/').at(-1) ?? ''
    const guises: readonly Record<string, string>[] = [
      { authorization: `Bearer ${token}` },
      { cookie: `weft_test_session=${token}`, origin: 'http://localhost' },
    ]
    for (const headers of guises) expectProblem(await telling.sendAs(headers, 'GET', path), 'UNAUTHENTICATED')
    expectProblem(await telling.send(null, 'POST', linkFor('promise'), { move: 'decline', reason: 'x' }), 'VALIDATION')
    expectProblem(await telling.send(null, 'POST', linkFor('promise'), { dependencyId: 'other' }), 'VALIDATION')
    expect(await state()).toBe('requested')
  })
})
