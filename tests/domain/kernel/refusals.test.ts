import { describe, expect, test } from 'vitest'
import { system } from '../../../lib/domain/access.ts'
import type { CommandCall } from '../../../lib/domain/command/call.ts'
import type { CommandContext } from '../../../lib/domain/command/command.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { needsNetwork } from '../sketch.ts'

const onServer: CommandContext = { actor: 'ana', who: system, now: '2027-02-10T09:00:00Z', touchedSince: () => [] }

function network(): Snapshot {
  return needsNetwork({ a: { metric: { kind: 'increase', baseline: 0, target: 10, current: 2 } } }, [])
}

/** The refusal of one command as it travels; the test fails where it is accepted. */
function refusal(name: CommandCall['name'], input: unknown): DomainError {
  try {
    runCommands(network(), [{ name, input }], onServer)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('a refusal of a command', () => {
  test('CH12: is in words for people, with the path and the remedy', () => {
    const { message, details } = refusal('area.create', { id: 'x', name: '', colr: 'red' })
    expect(message).toBe('name: This must not be empty. colr: This field is not part of the format. Correct its name or remove it.')
    expect(details.faults?.map(({ path }) => path)).toEqual(['name', 'colr'])
  })

  test('CH12: names at most five faults in its sentence and counts the rest', () => {
    const strange = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`strange${at}`, 1]))
    const { message, details } = refusal('area.create', { id: 'x', name: 'A', ...strange })
    expect(message.endsWith(' And 3 more.')).toBe(true)
    expect(details.faults).toHaveLength(8)
  })

  test('CH15: a part that a metric does not have is refused under its own path', () => {
    const { message, details } = refusal('keyResult.update', { id: 'a', set: { metric: { targett: 5 } } })
    expect(message).toBe('The metric does not fit: metric.targett: This field is not part of the format. Correct its name or remove it.')
    expect(details.faults?.[0]?.path).toBe('metric.targett')
  })

  test('CH16: a revision that the network has never reached is refused, because nothing can be held against it', () => {
    const { code, details } = refusal('keyResult.update', { id: 'a', set: { title: 'New' }, revision: 99 })
    expect(code).toBe('VALIDATION')
    expect(details.faults).toEqual([
      { path: 'revision', message: 'is later than 0, the newest one', remedy: 'Read the record again and give the revision that comes with it.' },
    ])
  })

  test('CH17: a check-in that says nothing is refused', () => {
    const { code, details } = refusal('checkIn.create', { id: 'c', keyResultId: 'a' })
    expect(code).toBe('VALIDATION')
    expect(details.faults?.[0]?.path).toBe('value')
  })

  test('CH17: a check-in from the future is refused, for it would stand before every later one', () => {
    const { code, details } = refusal('checkIn.create', { id: 'c', keyResultId: 'a', note: 'seen', at: '2099-01-01T00:00:00Z' })
    expect(code).toBe('VALIDATION')
    expect(details.faults?.[0]?.path).toBe('at')
  })
})
