import { resource } from './resource.ts'

export const nodes = resource({
  entity: 'node',
  path: 'nodes',
  one: 'Node',
  many: 'nodes',
  description: 'Activity nodes: groups of activities in one area. Not a team and not a person; people and teams take part in them.',
  example: { areaId: 'area_customer', name: 'Client relationships', kind: 'activity', closeness: 'core', activities: ['Account reviews'] },
})
