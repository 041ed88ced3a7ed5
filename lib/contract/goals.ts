import { resource } from './resource.ts'

export const goals = resource({
  entity: 'goal',
  path: 'goals',
  one: 'Goal',
  many: 'goals',
  description: 'Strategic aims that last longer than a cycle; objectives link to them many to many.',
  example: { name: 'Be the first choice of mid-sized clinics' },
})
