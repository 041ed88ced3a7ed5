import { resource } from './resource.ts'

export const participations = resource({
  entity: 'participation',
  path: 'participations',
  one: 'Participation',
  many: 'participations',
  description: 'A person or a team in a node, from a day to a day: as lead, core member, co-creator or resonance.',
  example: { nodeId: 'node_client', personId: 'person_ana', tier: 'lead', from: '2027-01-04' },
})
