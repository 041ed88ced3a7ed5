import { beforeAll, describe, expect, test } from 'vitest'
import { resources } from '../../../lib/contract/api.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { type Api, apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

type Case = {
  /** the record of the sample network to read, change and delete */
  readonly id: string
  /** that record, where no document holds records of the kind */
  readonly make?: Record<string, unknown>
  readonly create: Record<string, unknown>
  readonly patch: Record<string, unknown>
  /** a patch with a wrong value, and the field that has to be named */
  readonly bad: readonly [patch: Record<string, unknown>, path: string]
  /** how many records go with it */
  readonly carries: number
  /** a promise is not deleted, a draft is: a new one is made to be deleted */
  readonly isDeletedAsMade?: boolean
}

const cases: Record<string, Case> = {
  area: { id: 'customer', create: { name: 'Operational' }, patch: { colour: 'teal' }, bad: [{ name: '' }, 'name'], carries: 8 },
  node: {
    id: 'care',
    create: { areaId: 'brand', name: 'Events' },
    patch: { closeness: 'peripheral' },
    bad: [{ closeness: 'near' }, 'closeness'],
    carries: 6,
  },
  person: { id: 'ana', create: { name: 'Bo' }, patch: { email: 'a@b.example' }, bad: [{ email: 'nobody' }, 'email'], carries: 1 },
  team: { id: 'team', create: { name: 'Support' }, patch: { name: 'First weeks' }, bad: [{ name: 7 }, 'name'], carries: 0 },
  participation: {
    id: 'part',
    create: { nodeId: 'press', teamId: 'team', tier: 'core' },
    patch: { until: '2027-06-30' },
    bad: [{ until: '2027-02-30' }, 'until'],
    carries: 0,
  },
  exchange: {
    id: 'exch',
    create: { fromNodeId: 'care', toNodeId: 'sales', deliverable: 'Leads', kind: 'tangible' },
    patch: { valueBySender: 4 },
    bad: [{ valueBySender: 9 }, 'valueBySender'],
    carries: 0,
  },
  goal: {
    id: 'goal',
    create: { name: 'Calm', areaId: 'brand' },
    patch: { keyResultId: 'churn' },
    bad: [{ keyResultId: 'nobody' }, 'keyResultId'],
    carries: 1,
  },
  cycle: {
    id: 'q1',
    create: { name: 'Q2', startsOn: '2027-04-01', endsOn: '2027-06-30' },
    patch: { phase: 'closing' },
    bad: [{ endsOn: '2026-01-01' }, 'endsOn'],
    carries: 7,
  },
  objective: {
    id: 'happy',
    create: { nodeId: 'press', cycleId: 'q1', title: 'Heard' },
    patch: { weight: 2 },
    bad: [{ weight: -1 }, 'weight'],
    carries: 3,
  },
  keyResult: {
    id: 'churn',
    create: { objectiveId: 'known', title: 'Talks', metric: { kind: 'boolean' } },
    patch: { metric: { target: 3 } },
    bad: [{ metric: { target: 'low' } }, 'metric.target'],
    carries: 2,
  },
  dependency: {
    id: 'need',
    create: { consumerKeyResultId: 'reach', supplierNodeId: 'care', what: 'Quotes', strength: 0.5, state: 'draft' },
    patch: { note: 'By phone' },
    bad: [{ strength: 2 }, 'strength'],
    carries: 0,
    isDeletedAsMade: true,
  },
  source: {
    id: 'src',
    create: { subject: 'exchange', subjectId: 'exch', kind: 'survey', title: 'Spring survey' },
    patch: { on: '2026-12-31' },
    bad: [{ url: 'javascript:alert(1)' }, 'url'],
    carries: 0,
  },
  healthMetric: {
    id: 'nights',
    create: { nodeId: 'press', name: 'Talks without notes', unit: '%', lower: 80 },
    patch: { tolerance: 5 },
    bad: [{ upper: -1 }, 'upper'],
    carries: 1,
  },
  checkSetting: {
    id: 'own',
    make: { rule: 'overloaded', limit: 7 },
    create: { rule: 'noLead', isOn: false },
    patch: { isOn: false },
    bad: [{ limit: 'few' }, 'limit'],
    carries: 0,
  },
  acceptance: {
    id: 'own',
    make: { finding: 'noLead:press', rule: 'noLead', because: 'Found in spring', reviewOn: '2027-03-01' },
    create: { finding: 'noLead:care', rule: 'noLead', because: 'Found soon', reviewOn: '2027-02-01', ownerId: 'ana' },
    patch: { reviewOn: '2027-04-01' },
    bad: [{ because: '' }, 'because'],
    carries: 0,
  },
  whatIf: {
    id: 'own',
    make: { name: 'Without care', edits: [{ kind: 'without', entity: 'node', id: 'care' }] },
    create: { name: 'A late talk', edits: [{ kind: 'confidence', keyResultId: 'reach', confidence: 0.2 }], ownerId: 'ana' },
    patch: { note: 'Asked by the board' },
    bad: [{ edits: [{ kind: 'wish' }] }, 'edits[0].kind'],
    carries: 0,
  },
}

function defineFor(api: Api, resource: (typeof resources)[number]): void {
  const { entity } = resource
  const each = cases[entity]
  if (!each) throw new Error(`there is no case for ${entity}`)
  const path = resource.list.path.replace('/networks/{network}', '')
  let network = ''
  beforeAll(async () => {
    network = await sampleNetwork(api.send)
    if (each.make) await api.send('POST', all(), { ...each.make, id: each.id })
  })
  const all = () => `${network}${path}`
  const one = () => `${all()}/${each.id}`
  const revision = async () => (await api.send('GET', one())).body.revision

  test('reads one and lists all', async () => {
    const { body } = await api.send('GET', one())
    expect(body.item.id).toBe(each.id)
    const list = await api.send('GET', all())
    expect(list.body.items).toContainEqual(body.item)
    expect(list.body.total).toBe(list.body.items.length)
  })

  test('adds one with an id made by the server, which undo takes back', async () => {
    const created = await api.send('POST', all(), each.create)
    expect(created.status).toBe(201)
    expect(created.body.item).toMatchObject(each.create)
    const path = `${all()}/${created.body.item.id}`
    expect((await api.send('GET', path)).body.item).toEqual(created.body.item)
    expect((await api.send('POST', `${network}/undo`)).status).toBe(200)
    expectProblem(await api.send('GET', path), 'NOT_FOUND')
  })

  test('takes an id that is given, but not twice', async () => {
    const given = { ...each.create, id: 'my own / id' }
    const created = await api.send('POST', all(), given)
    expect(created.body.item.id).toBe('my own / id')
    expect((await api.send('GET', `${all()}/${encodeURIComponent('my own / id')}`)).body.item).toEqual(created.body.item)
    expectProblem(await api.send('POST', all(), given), 'ID_TAKEN')
  })

  test('refuses fields that it does not know, by name, and writes nothing', async () => {
    const before = (await api.send('GET', all())).body
    const refused = expectProblem(await api.send('POST', all(), { ...each.create, colour_of_hair: 'red' }), 'VALIDATION')
    expect(refused.errors).toMatchObject([{ path: 'colour_of_hair', remedy: expect.any(String) }])
    expect((await api.send('GET', all())).body).toEqual(before)
  })

  test('changes some fields and leaves the others', async () => {
    const before = (await api.send('GET', one())).body
    const patched = await api.send('PATCH', one(), { ...each.patch, revision: before.revision })
    expect(patched.body.item).toMatchObject(each.patch)
    expect(patched.body.revision).toBe(before.revision + 1)
    expect(
      Object.keys(patched.body.changes[0].after).every(
        (field: string) => Object.keys(each.patch).includes(field.split('.')[0] ?? '') || field === 'slot',
      ),
    ).toBe(true)
    expect((await api.send('GET', one())).body.item).toEqual(patched.body.item)
  })

  test('refuses a wrong value by the path of its field', async () => {
    const [patch, field] = each.bad
    const answer = await api.send('PATCH', one(), { ...patch, revision: await revision() })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(field)
  })

  test('refuses a change without the revision that it was read at', async () => {
    const { errors } = expectProblem(await api.send('PATCH', one(), each.patch), 'VALIDATION')
    expect(errors).toMatchObject([{ path: 'revision' }])
  })

  test('tells what goes with it, refuses to delete that unasked, and deletes it when asked', async () => {
    const fresh = await sampleNetwork(api.send)
    const made = each.isDeletedAsMade || each.make ? await api.send('POST', `${fresh}${path}`, each.create) : null
    const target = `${fresh}${path}/${made?.body.item.id ?? each.id}`
    const preview = await api.send('GET', `${target}/delete-preview`)
    expect(preview.body.total).toBe(each.carries)
    expect(preview.body.goes).toHaveLength(each.carries)
    if (each.carries > 0) {
      const refused = expectProblem(await api.send('DELETE', target), 'DELETE_CARRIES_OTHERS')
      expect(refused.carried).toEqual(preview.body.counts)
      expect((await api.send('GET', target)).status).toBe(200)
    }
    const deleted = await api.send('DELETE', `${target}?carry=true`)
    expect(deleted.body.changes.filter((change: { after: unknown }) => change.after === null)).toHaveLength(each.carries + 1)
    expectProblem(await api.send('GET', target), 'NOT_FOUND')
    await api.send('POST', `${fresh}/undo`)
    expect((await api.send('GET', target)).status).toBe(200)
  })

  test('answers 404 for a network, and for a record, that is not there', async () => {
    const nowhere = `${base}/networks/nowhere${path}`
    for (const [method, address, body] of [
      ['GET', nowhere],
      ['POST', nowhere, each.create],
      ['GET', `${nowhere}/${each.id}`],
      ['PATCH', `${nowhere}/${each.id}`, { ...each.patch, revision: 1 }],
      ['DELETE', `${nowhere}/${each.id}`],
      ['GET', `${nowhere}/${each.id}/delete-preview`],
      ['GET', `${all()}/nobody`],
      ['PATCH', `${all()}/nobody`, { ...each.patch, revision: 1 }],
      ['DELETE', `${all()}/nobody`],
      ['GET', `${all()}/nobody/delete-preview`],
    ] as const)
      expectProblem(await api.send(method, address, body), 'NOT_FOUND')
  })
}

describeOnEachDatabase('resources', (database) => {
  const api = apiOn(database)
  for (const resource of resources) describe(resource.entity, () => defineFor(api, resource))
})
