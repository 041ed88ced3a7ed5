import { resource } from './resource.ts'

export const teams = resource({
  entity: 'team',
  path: 'teams',
  one: 'Team',
  many: 'teams',
  description: 'Teams that take part in nodes. A team serves many nodes; a node is served by many teams.',
  example: { name: 'Onboarding' },
})
