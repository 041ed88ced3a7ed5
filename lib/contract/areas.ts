import { resource } from './resource.ts'

export const areas = resource({
  entity: 'area',
  path: 'areas',
  one: 'Area',
  many: 'value areas',
  description: 'Categories of value: customer, brand, innovation, operational, or your own words.',
  example: { name: 'Customer value', kind: 'customer' },
})
