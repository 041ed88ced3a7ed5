import { resource } from './resource.ts'

export const cycles = resource({
  entity: 'cycle',
  path: 'cycles',
  one: 'Cycle',
  many: 'cycles',
  description: 'Quarters or other periods in which objectives live.',
  example: { name: '2027 Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'planning' },
})
