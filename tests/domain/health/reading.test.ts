import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { type CommandInputs, type CommandName, call } from '../../../lib/domain/command/call.ts'
import { commands } from '../../../lib/domain/command/registry.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { sketch } from '../sketch.ts'

const now = '2027-02-10T09:00:00Z'
const members = new Map<string, Role>([
  ['ana', 'contributor'],
  ['ben', 'contributor'],
  ['flo', 'facilitator'],
])

/** Ana takes part in the node that protects; Ben in another one. */
function network(): Snapshot {
  return sketch({
    area: [{ id: 'area' }],
    node: [
      { id: 'care', areaId: 'area' },
      { id: 'brand', areaId: 'area' },
    ],
    person: [{ id: 'ana' }, { id: 'ben' }, { id: 'flo' }, { id: 'vic' }],
    participation: [
      { id: 'p1', nodeId: 'care', personId: 'ana', tier: 'core' },
      { id: 'p2', nodeId: 'brand', personId: 'ben', tier: 'core' },
    ],
    healthMetric: [{ id: 'h', nodeId: 'care', lower: 80, current: 90 }],
    healthReading: [{ id: 'old', healthMetricId: 'h', at: '2027-02-08T09:00:00Z', value: 90 }],
  })
}

function run<N extends CommandName>(snapshot: Snapshot, personId: string | null, name: N, input: CommandInputs[N]): void {
  const who: Who = personId === null ? system : { personId, role: members.get(personId) ?? 'viewer', members }
  runCommands(snapshot, [call(name, input)], { actor: personId ?? 'cli', who, now })
}

function refused(personId: string | null, input: CommandInputs['healthReading.create']): string {
  try {
    run(network(), personId, 'healthReading.create', input)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'accepted'
}

const reading = { id: 'new', healthMetricId: 'h', value: 78 } as const

describe('a reading', () => {
  test('HM4: is kept in one’s own name, now, and the metric takes its value over', () => {
    const snapshot = network()
    run(snapshot, 'ana', 'healthReading.create', { ...reading, note: '  A hard week ' })
    expect(get(snapshot, 'healthReading', 'new')).toMatchObject({ at: now, personId: 'ana', value: 78, note: 'A hard week', rank: 2 })
    expect(get(snapshot, 'healthMetric', 'h').current).toBe(78)
  })

  test('HM4: one that comes late is kept and leaves the present value alone', () => {
    const snapshot = network()
    run(snapshot, 'ana', 'healthReading.create', { ...reading, at: '2027-02-01T09:00:00Z' })
    expect(get(snapshot, 'healthReading', 'new').value).toBe(78)
    expect(get(snapshot, 'healthMetric', 'h').current).toBe(90)
  })

  test('HM4: is refused to who may not change the metric, from the future, and with an id that is taken', () => {
    expect(['ben', 'flo', 'vic'].map((person) => refused(person, reading))).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    expect(refused('ana', { ...reading, at: '2027-02-11T09:00:01Z' })).toBe('VALIDATION')
    expect(refused('ana', { ...reading, at: '2027-02-11T09:00:00Z' })).toBe('accepted')
    expect(refused('ana', { ...reading, id: 'old' })).toBe('ID_TAKEN')
    expect(refused('ana', { ...reading, healthMetricId: 'gone' })).toBe('NOT_FOUND')
  })

  test('HM4: no command changes or deletes one; it ends with its metric', () => {
    expect([...commands.keys()].filter((name) => name.startsWith('healthReading'))).toEqual(['healthReading.create'])
    const snapshot = network()
    run(snapshot, 'ana', 'healthMetric.delete', { id: 'h', carry: true })
    expect(snapshot.tables.healthReading.size).toBe(0)
  })
})
