import { describe, expect, test } from 'vitest'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { ownRecords } from '../../../lib/domain/people/own-records.ts'
import { isListField, referencesTo } from '../../../lib/domain/references.ts'
import { sketch } from '../sketch.ts'

/** What a record of a kind cannot do without. */
const needed: { readonly [E in EntityName]?: Readonly<Record<string, string>> } = {
  participation: { nodeId: 'node' },
  objective: { nodeId: 'node', cycleId: 'cycle' },
  keyResult: { objectiveId: 'objective' },
  promiseMove: { dependencyId: 'need', at: '2027-02-01T09:00:00Z' },
  checkIn: { keyResultId: 'kr', at: '2027-02-01T09:00:00Z' },
  comment: { subject: 'node', subjectId: 'node', at: '2027-02-01T09:00:00Z' },
  exchangeCheck: { exchangeId: 'exchange' },
  healthMetric: { nodeId: 'node' },
  healthReading: { healthMetricId: 'metric' },
  ritualItem: { ritualId: 'ritual' },
  signOff: { ritualId: 'ritual', nodeId: 'node' },
}

describe('what a person has in a network', () => {
  test.each(referencesTo('person'))('PV19: $from.$field leads into the own data of that person, and into no others', ({ from, field }) => {
    const record = { ...needed[from], id: 'the-record', [field]: isListField(field) ? ['ana'] : 'ana' }
    const snapshot = sketch({ person: [{ id: 'ana' }, { id: 'ben' }], [from]: [record] })
    expect(JSON.stringify(ownRecords(snapshot, 'ana'))).toContain('"the-record"')
    expect(JSON.stringify(ownRecords(snapshot, 'ben'))).not.toContain('the-record')
  })

  test('PV19: of what others said only what mentions a person is told in full', () => {
    const said = { subject: 'node', subjectId: 'node', at: '2027-02-01T09:00:00Z', personId: 'ben' }
    const comment = [
      { ...said, id: 'ended', text: 'Ben asks', resolvedById: 'ana', resolvedAt: '2027-02-02T09:00:00Z' },
      { ...said, id: 'told', text: 'Ana, look', mentionIds: ['ana'] },
    ]
    const proposal = [
      { id: 'declined', title: 'Split it', why: 'Ben says so', personId: 'ben', decidedById: 'ana', state: 'declined', decision: 'No' },
    ]
    const ritual = [{ id: 'walked', statement: 'Ben wrote this', facilitatorId: 'ana', personId: 'ben' }]
    const own = ownRecords(sketch({ person: [{ id: 'ana' }, { id: 'ben' }], comment, proposal, ritual }), 'ana')
    expect(own.comments.map(({ id }) => id)).toEqual(['told'])
    expect(own.resolved).toEqual([{ id: 'ended', at: '2027-02-02T09:00:00Z' }])
    expect(own.decisions).toMatchObject([{ id: 'declined', title: 'Split it', state: 'declined', decision: 'No' }])
    expect(own.sessions).toEqual([{ id: 'walked', title: 'walked', at: '2027-02-01T09:00:00Z', opened: false, led: true }])
    expect(JSON.stringify(own)).not.toMatch(/Ben (asks|says|wrote)/)
  })
})
