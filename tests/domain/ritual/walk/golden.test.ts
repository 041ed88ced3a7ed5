import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../../lib/domain/format/to-changes.ts'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { type Agenda, compileAgenda } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { secondsMeant } from '../../../../lib/domain/ritual/walk/detail.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { sample } from '../../../../lib/domain/template/sample/sample.ts'
import { record } from '../../sketch.ts'
import { told } from './walk-kit.ts'

function snapshotOf(document: unknown): Snapshot {
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

function agendaOn(snapshot: Snapshot, today: string, cycleId: string): Agenda {
  return compileAgenda(snapshot, null, assess(snapshot, { today, cycleId }), { previous: null })
}

/** Every key result was spoken of the day before. */
function withFreshCheckIns(snapshot: Snapshot, day: string): Snapshot {
  for (const { id } of snapshot.tables.keyResult.values())
    snapshot.tables.checkIn.set(`fresh ${id}`, record('checkIn', { id: `fresh ${id}`, keyResultId: id, at: `${day}T09:00:00Z` }))
  return snapshot
}

describe('the sample company', () => {
  const today = '2027-03-03'
  const snapshot = snapshotOf(sample(today, 'Sample'))
  const cycle = [...snapshot.tables.cycle.values()][0]?.id ?? ''
  const { stops, wins, left, expected, changes } = agendaOn(snapshot, today, cycle)

  test('WA30: its stops, counted by hand: who waits behind each promise, then the rest', () => {
    expect(stops.map(({ section, sentence }) => `${section}: ${sentence}`)).toEqual([
      'promises: Platform & tools promised “Event stream that keeps the order” by 19 Feb; it is 12 days late. 6 key results in 4 areas wait.',
      'promises: Products declined “Sandbox in which carriers can try the interface”, which “Carriers that offer our label in their booking form” needs. 4 key results in 3 areas wait.',
      'promises: Identity promised “Final wording for the cover of the guide” by 27 Feb; it is 4 days late. 1 key result in 1 area waits.',
      'disagreements: “Clients who pull their audit file themselves” is said to be on track, 8 of 10, and is blocked: “Audit package ready to sell” is blocked itself, because “Audit specialists who have started” is off track.',
      'stale: Nobody has checked in on “Team health stays good” for 23 days.',
      'asks: Services waits for an answer of Finance on “Price list for audit services”, needed by 28 Feb, 17 days now. 1 key result in 1 area waits.',
      'asks: External awareness waits for an answer of Partnerships on “A story told together with a carrier”, needed by 11 Mar, 9 days now. 3 key results in 3 areas wait.',
      expect.stringMatching(/^health: “Nights on call without a wake-up” is /),
      expect.stringMatching(/^health: “Hours until a client has an answer” is /),
    ])
  })

  test('WA33: 25 key results: seven at stops, four wins, fourteen as expected', () => {
    expect([stops.filter(({ subject }) => subject !== 'healthMetric').length, wins.length, left.length, expected]).toEqual([7, 4, 0, 14])
    expect(wins.map(({ sentence }) => sentence)).toEqual([
      '“Time from pilot to signed contract” rose from 53% to 68%.',
      '“Incidents reviewed in the open within five days” rose from 66% to 74%.',
      '“Colleagues who have passed the data course” rose from 68% to 77%.',
      '“Pay bands are published to everybody” rose from 0% to 100%.',
    ])
    expect(changes.sentence).toBe('13 key results up, 1 promise broken')
  })

  test('WA50: three minutes for the event stream and for the sandbox', () => {
    const meant = secondsMeant(snapshot, assess(snapshot, { today, cycleId: cycle }), stops)
    expect(stops.map(({ id }) => meant.get(id))).toEqual([180, 180, ...Array.from({ length: stops.length - 2 }, () => 90)])
  })
})

const folder = process.env['WEFT_REAL_DATA'] ?? ''
const files = ['sourced-2018.weft.json', 'rust-2025h1.weft.json'].map((name) => join(folder, name))
const areThere = folder !== '' && files.every((file) => existsSync(file))

function readReal(name: string): Snapshot {
  return snapshotOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/** Lists that were worked out apart from this program, by a search through the file. */
describe.skipIf(!areThere)(areThere ? 'real networks' : 'NOT RUN: real networks (WEFT_REAL_DATA is not set)', () => {
  test('WA30: 330 key results of which nobody has spoken: those for which most wait', () => {
    const { stops, leftBySection, expected } = agendaOn(readReal('sourced-2018.weft.json'), '2018-06-11', 'cycle_2018')
    const waits = stops.map(({ sentence }) => /“(.{0,25}).*”.* (\d+ key results? in \d areas?)/.exec(sentence)?.slice(1).join(': '))
    expect(waits).toEqual([
      'Map key use cases (featur: 16 key results in 1 area',
      'Design the user experienc: 14 key results in 1 area',
      'Build alpha/beta versions: 12 key results in 1 area',
      'Improve the borges perfor: 7 key results in 2 areas',
      'Implement the lookout ser: 7 key results in 1 area',
      'Service deployed on a sta: 6 key results in 1 area',
      'Wireframing: 5 key results in 1 area',
      'Scale our infrastructure : 4 key results in 1 area',
      'Working Prototype: 4 key results in 1 area',
      'Map key problems and succ: 4 key results in 1 area',
      'Automated CI/CD pipeline : 4 key results in 1 area',
      'Support large scale deplo: 3 key results in 1 area',
    ])
    expect([leftBySection, expected]).toEqual([{ stale: 318 }, 0])
  })

  test('WA21: 51 needs promised for the first of May, and all late: by those who wait behind each', () => {
    const snapshot = withFreshCheckIns(readReal('sourced-2018.weft.json'), '2018-06-10')
    for (const [id, need] of snapshot.tables.dependency) snapshot.tables.dependency.set(id, { ...need, state: 'promised', promisedOn: '2018-05-01' })
    const { stops, leftBySection, expected } = agendaOn(snapshot, '2018-06-11', 'cycle_2018')
    const order = [56, 55, 54, 14, 44, 13, 37, 47, 60, 63, 15, 36]
    expect(told(stops)).toEqual(order.map((number) => `promises dep_${number}`))
    expect(stops[0]?.sentence).toMatch(/it is 41 days late\. 15 key results in 1 area wait\.$/)
    expect([leftBySection, expected]).toEqual([{ promises: 39 }, 330 - 48])
  })

  test('WA8: 139 asks of which nobody knows since when they wait, in the order of the document', () => {
    const { stops, leftBySection, expected } = agendaOn(
      withFreshCheckIns(readReal('rust-2025h1.weft.json'), '2025-05-11'),
      '2025-05-12',
      'cycle_2025h1',
    )
    const raw: { readonly dependencies: readonly { readonly id: string; readonly state: string }[] } = JSON.parse(
      readFileSync(files[1] ?? '', 'utf8'),
    )
    const asked = raw.dependencies.filter(({ state }) => state === 'requested')
    expect(told(stops)).toEqual(asked.slice(0, 12).map(({ id }) => `asks ${id}`))
    expect(stops[0]?.sentence).not.toMatch(/now|days/)
    expect([leftBySection, expected]).toEqual([{ asks: asked.length - 12 }, expect.any(Number)])
  })
})
