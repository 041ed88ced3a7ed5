import type { WeftDocument } from '../format/document.ts'
import { cyclesFor } from './quarter.ts'
import { drawNetwork, type ExchangeSketch, type NodeSketch } from './sketch.ts'

export const valueNetworkNodes = {
  'new-clients': {
    area: 'customer',
    name: 'New clients',
    closeness: 'contributing',
    activities: ['Finding out who needs us', 'First conversations', 'Pilots and proposals'],
  },
  'existing-clients': {
    area: 'customer',
    name: 'Existing clients',
    closeness: 'core',
    activities: ['Everyday care', 'Reviews with clients', 'Renewals and growth'],
  },
  partnerships: { area: 'customer', name: 'Partnerships', closeness: 'peripheral', activities: ['Joint offers', 'Partner care'] },
  awareness: {
    area: 'brand',
    name: 'External awareness',
    closeness: 'contributing',
    activities: ['Stories and publications', 'Events', 'Website'],
  },
  identity: { area: 'brand', name: 'Identity', closeness: 'core', activities: ['Promise and purpose', 'Design and language'] },
  culture: { area: 'brand', name: 'Culture', closeness: 'contributing', activities: ['How we learn', 'How we decide', 'Rituals'] },
  talent: { area: 'brand', name: 'Talent', closeness: 'contributing', activities: ['Finding people', 'Choosing together', 'Growth paths'] },
  products: { area: 'innovation', name: 'Products', closeness: 'core', activities: ['Discovery', 'Design and build', 'Release'] },
  services: { area: 'innovation', name: 'Services', closeness: 'contributing', activities: ['Service design', 'Advice', 'Training for clients'] },
  capabilities: {
    area: 'innovation',
    name: 'Capabilities',
    closeness: 'contributing',
    activities: ['Learning programmes', 'Research', 'Communities of practice'],
    kind: 'capability',
  },
  delivery: { area: 'operational', name: 'Delivery', closeness: 'core', activities: ['Planning', 'Roll-out at clients', 'Quality'] },
  finance: { area: 'operational', name: 'Finance', closeness: 'contributing', activities: ['Budget and forecast', 'Invoices', 'Pricing'] },
  platform: {
    area: 'operational',
    name: 'Platform & tools',
    closeness: 'contributing',
    activities: ['Running the platform', 'Internal tools', 'Security'],
    kind: 'platform',
  },
  'people-ops': {
    area: 'operational',
    name: 'People ops',
    closeness: 'peripheral',
    activities: ['Contracts and pay', 'Joining and leaving', 'Wellbeing'],
  },
} as const satisfies Record<string, NodeSketch>

export type ValueNetworkNode = keyof typeof valueNetworkNodes

export const valueNetworkExchanges: readonly ExchangeSketch<ValueNetworkNode>[] = [
  ['awareness', 'new-clients', 'Qualified enquiries'],
  ['new-clients', 'existing-clients', 'Signed contracts'],
  ['existing-clients', 'finance', 'Revenue'],
  ['existing-clients', 'products', 'What clients struggle with', '~'],
  ['existing-clients', 'new-clients', 'References and introductions', '~'],
  ['partnerships', 'new-clients', 'Introductions to their clients', '~'],
  ['services', 'partnerships', 'Joint offers'],
  ['products', 'delivery', 'Releases ready to roll out'],
  ['delivery', 'existing-clients', 'Working solution on the agreed day'],
  ['delivery', 'products', 'Lessons from the field', '~'],
  ['products', 'awareness', 'Stories worth telling', '~'],
  ['identity', 'awareness', 'Promise and language', '~'],
  ['identity', 'culture', 'Shared purpose', '~'],
  ['culture', 'talent', 'A place where people want to stay', '~'],
  ['talent', 'capabilities', 'New colleagues'],
  ['talent', 'people-ops', 'Agreed offers'],
  ['people-ops', 'delivery', 'People ready from day one'],
  ['capabilities', 'products', 'New skills and methods'],
  ['capabilities', 'services', 'Trained advisers'],
  ['services', 'existing-clients', 'Advice and training'],
  ['platform', 'products', 'Reliable platform'],
  ['platform', 'delivery', 'Tools for the roll-out'],
  ['finance', 'talent', 'Hiring budget'],
  ['finance', 'platform', 'Investment budget'],
  ['culture', 'identity', 'Behaviour that proves the promise', '~'],
]

/**
 * Four areas of value with the activities that most organisations have, and what flows between them. No people, no goals yet.
 *
 * @param today day on which it is made, for the first cycle
 * Cost O(1).
 */
export function valueNetwork(today: string, name: string): WeftDocument {
  return {
    format: 'weft/1',
    network: { id: 'net_value-network', name },
    ...drawNetwork(valueNetworkNodes, valueNetworkExchanges),
    cycles: cyclesFor(today),
  }
}
