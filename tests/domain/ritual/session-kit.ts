import { expect } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { refused } from '../promise/kit.ts'
import { now, network as planned, run, who } from './plan/kit.ts'

/** Everybody who may stand before a session: Ana leads Billing; Ben leads Platform; Vic may only look. */
const everybody: Readonly<Record<string, Who>> = {
  viewer: { ...who('ana'), personId: 'vic', role: 'viewer' },
  otherNode: who('ben'),
  ownNode: who('ana'),
  facilitator: who('fay'),
  editor: who('eva'),
  owner: who('olga'),
}

export const open = (id: string, kind: 'plan' | 'walk' | 'check' | 'coffee', more: object = {}): CommandCall => {
  const about = kind === 'plan' ? { cycleId: 'q2' } : kind === 'check' ? { nodeId: 'billing' } : {}
  return call('ritual.open', { id, kind, ...about, ...more })
}

export function network(more: Parameters<typeof planned>[0] = {}): Snapshot {
  return planned({ ...more, person: [{ id: 'vic', name: 'Vic' }] })
}

/** Who of everybody is let do something; each on a network of their own. */
export function allowed(make: () => Snapshot, act: CommandCall): string[] {
  return Object.entries(everybody).flatMap(([name, each]) => {
    const may = () => runCommands(make(), [act], { actor: name, who: each, now })
    try {
      may()
      return [name]
    } catch {
      expect(refused(may)).toEqual(['FORBIDDEN'])
      return []
    }
  })
}

export const opened = (kind: 'plan' | 'walk' | 'check' | 'coffee', more: object = {}) => {
  const snapshot = network()
  run(snapshot, 'fay', open('rit', kind, more))
  return snapshot
}
export const rit = (snapshot: Snapshot) => get(snapshot, 'ritual', 'rit')
