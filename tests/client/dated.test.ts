import { expect, test } from 'vitest'
import { z } from 'zod'
import { withRevision } from '../../lib/client/network/batch.ts'
import type { CommandCall } from '../../lib/domain/command/call.ts'
import { commands } from '../../lib/domain/command/registry.ts'

/** Guaranteed by the list of commands: the name is one of theirs; what is in it does not matter to the revision. */
function anyCall(name: string): CommandCall {
  return { name, input: { id: 'x', set: {} } } as CommandCall
}

test('an update is sent with the revision that was on the screen, where its command takes one, and without where it does not', () => {
  const updates = [...commands].filter(([name]) => name.endsWith('.update'))
  expect(updates.length).toBeGreaterThan(10)
  for (const [name, { input }] of updates) {
    const takesOne = input instanceof z.ZodObject && 'revision' in input.shape
    const [sent] = withRevision([anyCall(name)], () => 7)
    expect([name, sent?.input]).toEqual([name, takesOne ? { id: 'x', set: {}, revision: 7 } : { id: 'x', set: {} }])
  }
})
