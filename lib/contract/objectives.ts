import { resource } from './resource.ts'

export const objectives = resource({
  entity: 'objective',
  path: 'objectives',
  one: 'Objective',
  many: 'objectives',
  description: 'An objective lives on one node in one cycle.',
  example: { nodeId: 'node_client', cycleId: 'cycle_q1', title: 'Clients stay because it works', kind: 'committed', goalIds: [] },
})
