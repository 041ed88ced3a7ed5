import { resource } from './resource.ts'

export const sources = resource({
  entity: 'source',
  path: 'sources',
  one: 'Source',
  many: 'sources',
  description: 'Where an exchange, a rating or a value was found: a document, a system, somebody who was asked. A source older than 180 days is old.',
  example: { subject: 'keyResult', subjectId: 'kr_churn', field: 'metric.baseline', kind: 'system', title: 'Billing export', on: '2027-01-04' },
})
