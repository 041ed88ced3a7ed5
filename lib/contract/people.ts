import { resource } from './resource.ts'

export const people = resource({
  entity: 'person',
  path: 'people',
  one: 'Person',
  many: 'people',
  description: 'People who own objectives and key results, report, and take part in nodes.',
  example: { name: 'Ana Ruiz', email: 'ana@example.org' },
})
