import type { DocumentRecord, WeftDocument } from '../../format/document.ts'
import { addDays } from '../../time.ts'
import type { ValueNetworkNode } from '../value-network.ts'
import type { PersonKey } from './company.ts'

type HealthSketch = {
  readonly node: ValueNetworkNode
  readonly owner: PersonKey
  readonly name: string
  readonly band: Pick<DocumentRecord<'healthMetric'>, 'lower' | 'upper' | 'tolerance' | 'unit'>
  readonly description: string
  /** eight weekly readings, oldest first; the last one is where it stands now */
  readonly values: readonly number[]
  /** what was said with the last readings, latest first */
  readonly notes?: readonly string[]
}

/** What the company protects while it grows: one is red because of what it pushes, one amber, one as it should be. */
const metrics: Readonly<Record<string, HealthSketch>> = {
  'quiet-nights': {
    node: 'platform',
    owner: 'priya',
    name: 'Nights on call without a wake-up',
    band: { lower: 85, upper: 100, tolerance: 10, unit: '%' },
    description: 'Whoever is woken twice a week makes mistakes by day. Read from the list of alarms each Monday.',
    values: [96, 93, 95, 90, 86, 79, 71, 64],
    notes: ['The event stream is restarted by hand at night. Two people asked to leave the rota.', 'Three nights, all of them the event stream.'],
  },
  'answer-time': {
    node: 'existing-clients',
    owner: 'fatima',
    name: 'Hours until a client has an answer',
    band: { upper: 4, tolerance: 2, unit: 'h' },
    description: 'The median of the week, from the first question to an answer by a person.',
    values: [3.1, 2.8, 3.4, 3.6, 3.2, 4.2, 4.8, 5.1],
    notes: ['Questions about late alerts take twice as long.'],
  },
  recommend: {
    node: 'people-ops',
    owner: 'isabel',
    name: 'Colleagues who would recommend working here',
    band: { lower: 75, upper: 100, tolerance: 5, unit: '%' },
    description: 'One question a week, asked of a fifth of the company.',
    values: [81, 81, 83, 84, 82, 84, 85, 84],
  },
}

function readingsOf([key, { values, notes = [], owner }]: readonly [string, HealthSketch], lastDay: string): DocumentRecord<'healthReading'>[] {
  return values.map((value, at) => {
    const back = values.length - 1 - at
    const note = notes[back]
    return {
      id: `read_${key}_${at + 1}`,
      healthMetricId: `health_${key}`,
      at: `${addDays(lastDay, -7 * back)}T06:30:00Z`,
      value,
      ...(note === undefined ? {} : { note }),
      personId: `person_${owner}`,
    }
  })
}

/**
 * What the nodes of the sample company protect, with eight weeks of readings.
 *
 * @param today `YYYY-MM-DD`; no reading is of today or later
 * Cost O(1).
 */
export function sampleHealth(today: string): Pick<WeftDocument, 'healthMetrics' | 'healthReadings'> {
  const entries = Object.entries(metrics)
  const readings = entries.flatMap((entry, order) => readingsOf(entry, addDays(today, -1 - order)))
  return {
    healthMetrics: entries.map(([key, { node, owner, name, band, description, values }]) => ({
      id: `health_${key}`,
      nodeId: `node_${node}`,
      name,
      ...band,
      current: values.at(-1),
      ownerId: `person_${owner}`,
      description,
    })),
    healthReadings: readings.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)),
  }
}
