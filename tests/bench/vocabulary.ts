import type { Random } from './random.ts'

const aims = ['Raise', 'Cut', 'Double', 'Halve', 'Deliver', 'Prove', 'Simplify', 'Grow', 'Stabilise', 'Open'] as const
const things = [
  'renewals',
  'response time',
  'first visits',
  'release trains',
  'audit findings',
  'partner revenue',
  'onboarding',
  'service level',
  'field repairs',
  'data quality',
  'returning visitors',
  'lead time',
  'energy per order',
  'open invoices',
  'training hours',
  'incident reviews',
] as const
const places = [
  'in the north',
  'for new clients',
  'in every region',
  'with carriers',
  'for small clinics',
  'on the platform',
  'at both sites',
  'across all teams',
] as const
const roles = [
  'care',
  'design',
  'supply',
  'planning',
  'research',
  'support',
  'learning',
  'quality',
  'sales',
  'content',
  'security',
  'analytics',
] as const
const firstNames = [
  'Amara',
  'Björn',
  'Chiara',
  'Dawit',
  'Elif',
  'Farid',
  'Grace',
  'Hana',
  'Ines',
  'Jin',
  'Kwame',
  'Lucía',
  'Mateusz',
  'Nadia',
  'Oluwaseun',
  'Priya',
] as const
const lastNames = [
  'Adeyemi',
  'Berg',
  'Castro',
  'Dogan',
  'Eriksen',
  'Fernandes',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalska',
  'Lindgren',
  'Mbeki',
  'Novak',
  'Okafor',
  'Park',
] as const
export const units = ['%', 'days', 'clients', '€', 'points', 'hours'] as const
export const given = [
  'Forecast',
  'Data set',
  'Trained people',
  'Reviewed design',
  'Budget',
  'Interface',
  'Site access',
  'Findings',
  'Stories',
  'Prototype',
] as const

/** A title as long as people's titles are. */
export function titleFrom(random: Random): string {
  return `${random.pick(aims)} ${random.pick(things)} ${random.pick(places)}`
}

export function nodeName(random: Random, number: number): string {
  const word = random.pick(roles)
  return `${word[0]?.toUpperCase()}${word.slice(1)} ${random.pick(places)} ${number}`
}

export function personName(random: Random): string {
  return `${random.pick(firstNames)} ${random.pick(lastNames)}`
}
