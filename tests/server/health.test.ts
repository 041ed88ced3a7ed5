import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { historyOf } from '../../lib/domain/health/history.ts'
import { healthSentence } from '../../lib/domain/health/sentence.ts'
import { compare } from '../../lib/domain/history/compare.ts'
import { sample } from '../../lib/domain/template/sample/sample.ts'
import { apiOn, base } from './api/api-kit.ts'
import { describeOnEachDatabase } from './describe-on-each-database.ts'

const today = '2026-11-21'
const nights = 'sample_health_quiet-nights'

describeOnEachDatabase('health metrics', (database) => {
  const { send } = apiOn(database, { clock: () => new Date(`${today}T09:00:00Z`) })
  const imported = async (id: string) => {
    const document = sample(today, 'Sample company')
    const { status, body } = await send('POST', `${base}/import`, { ...document, network: { ...document.network, id: `${id}-${database.dialect}` } })
    expect(status).toBe(201)
    return { document, network: `${base}/networks/${body.item.id}`, id: String(body.item.id) }
  }

  test('HM1: bands and readings come out of a document as they went in', async () => {
    const { document, network } = await imported('health-export')
    const { body } = await send('GET', `${network}/export`)
    expect(body.healthMetrics).toEqual(document.healthMetrics)
    expect(body.healthReadings).toEqual(document.healthReadings)
    const { healthMetrics, healthReadings } = body
    expect([healthMetrics.length, healthReadings.length]).toEqual([3, 24])
  })

  test('HM4: a reading moves the value, the past keeps the old one, and undo takes it back', async () => {
    const { network, id } = await imported('health-reading')
    const store = database.store()
    const before = await store.read(id)
    const revision = before.revision
    const reading = call('healthReading.create', { id: 'read-now', healthMetricId: nights, value: 60, note: 'A fourth night' })
    expect((await send('POST', `${network}/commands`, { commands: [reading] })).status).toBe(200)
    expect((await send('GET', `${network}/health-metrics/${nights}`)).body.item.current).toBe(60)
    const { body: past } = await send('GET', `${network}/past?revision=${revision}`)
    expect(JSON.stringify(past)).not.toContain('read-now')
    expect((await send('POST', `${network}/undo`, {})).status).toBe(200)
    expect((await send('GET', `${network}/health-metrics/${nights}`)).body.item.current).toBe(64)
  })

  test('HI1: what was read between two moments is told in sentences', async () => {
    const { network, id } = await imported('health-compare')
    const store = database.store()
    const revision = (await store.read(id)).revision
    const calls = [
      call('healthReading.create', { id: 'read-now', healthMetricId: nights, value: 60 }),
      call('healthMetric.update', { id: 'sample_health_answer-time', set: { upper: 6 } }),
    ]
    await send('POST', `${network}/commands`, { commands: calls })
    const [then, now] = [await store.snapshotAt(id, revision), await store.read(id)]
    expect(compare(then, now).differences.map(({ sentence }) => sentence)).toEqual([
      'Health metric “Nights on call without a wake-up”: value 64% → 60%',
      'Health metric “Hours until a client has an answer”: end of the band 4 h → 6 h',
      '“Nights on call without a wake-up” was read: 60%',
    ])
    expect(healthSentence(historyOf(now, nights), today)).toContain(
      'is at 60%, 25 points below its band of 85 to 100%. It has been outside since 6 Nov.',
    )
  })
})
