import type { WeftDocument } from '../format/document.ts'
import { cyclesFor } from './quarter.ts'
import { drawNetwork, type ExchangeSketch, type NodeSketch } from './sketch.ts'

const nodes = {
  customers: {
    area: 'customer',
    name: 'Customers',
    closeness: 'core',
    kind: 'external',
    activities: ['Using the products', 'Telling us what is missing'],
  },
  'customer-success': {
    area: 'customer',
    name: 'Customer success',
    closeness: 'contributing',
    activities: ['Onboarding', 'Support', 'Reviews with customers'],
  },
  'go-to-market': { area: 'customer', name: 'Go to market', closeness: 'contributing', activities: ['Positioning', 'Sales', 'Pricing'] },
  'design-system': {
    area: 'brand',
    name: 'Design system',
    closeness: 'contributing',
    kind: 'platform',
    activities: ['Components', 'Guidelines', 'Accessibility'],
  },
  'brand-voice': { area: 'brand', name: 'Brand and voice', closeness: 'contributing', activities: ['Language', 'Campaigns', 'Community'] },
  'sign-up': { area: 'innovation', name: 'Sign-up stream', closeness: 'core', activities: ['First visit to first value', 'Experiments'] },
  payments: { area: 'innovation', name: 'Payments stream', closeness: 'core', activities: ['Checkout', 'Invoices', 'Refunds'] },
  insights: { area: 'innovation', name: 'Insights stream', closeness: 'core', activities: ['Reports', 'Recommendations'] },
  discovery: {
    area: 'innovation',
    name: 'Product discovery',
    closeness: 'contributing',
    activities: ['Interviews', 'Prototypes', 'Opportunity map'],
  },
  'developer-platform': {
    area: 'operational',
    name: 'Developer platform',
    closeness: 'core',
    kind: 'platform',
    activities: ['Paved road to production', 'Environments', 'Observability'],
  },
  'data-platform': {
    area: 'operational',
    name: 'Data platform',
    closeness: 'contributing',
    kind: 'platform',
    activities: ['Events', 'Data products', 'Quality'],
  },
  'self-service-legal': {
    area: 'operational',
    name: 'Self-service legal',
    closeness: 'contributing',
    kind: 'platform',
    activities: ['Contract templates', 'Privacy checks', 'Advice'],
  },
  security: { area: 'operational', name: 'Security', closeness: 'contributing', activities: ['Threat models', 'Reviews', 'Incident response'] },
  'team-enablement': {
    area: 'operational',
    name: 'Team enablement',
    closeness: 'peripheral',
    kind: 'capability',
    activities: ['Coaching for teams', 'Team health', 'Hiring for teams'],
  },
} as const satisfies Record<string, NodeSketch>

const exchanges: readonly ExchangeSketch<keyof typeof nodes>[] = [
  ['developer-platform', 'sign-up', 'Paved road to production'],
  ['developer-platform', 'payments', 'Paved road to production'],
  ['developer-platform', 'insights', 'Paved road to production'],
  ['sign-up', 'developer-platform', 'Feedback on the paved road', '~'],
  ['payments', 'developer-platform', 'Feedback on the paved road', '~'],
  ['data-platform', 'insights', 'Data products'],
  ['data-platform', 'sign-up', 'Funnel events'],
  ['payments', 'data-platform', 'Payment events'],
  ['design-system', 'sign-up', 'Accessible components'],
  ['design-system', 'payments', 'Accessible components'],
  ['insights', 'design-system', 'New patterns', '~'],
  ['self-service-legal', 'payments', 'Approved terms in a day'],
  ['self-service-legal', 'go-to-market', 'Contract templates'],
  ['security', 'developer-platform', 'Checks built into the pipeline'],
  ['security', 'payments', 'Threat models', '~'],
  ['discovery', 'sign-up', 'Tested opportunities', '~'],
  ['discovery', 'insights', 'Tested opportunities', '~'],
  ['customers', 'discovery', 'What they struggle with', '~'],
  ['sign-up', 'customers', 'First value within minutes'],
  ['payments', 'customers', 'Payments that simply work'],
  ['insights', 'customers', 'Answers from their own data'],
  ['customers', 'go-to-market', 'Revenue'],
  ['go-to-market', 'developer-platform', 'Budget for the platform'],
  ['customer-success', 'customers', 'Help when it matters'],
  ['customers', 'customer-success', 'Trust', '~'],
  ['customer-success', 'discovery', 'Patterns in support cases', '~'],
  ['brand-voice', 'go-to-market', 'Stories and campaigns'],
  ['design-system', 'brand-voice', 'Visual language', '~'],
  ['team-enablement', 'developer-platform', 'Healthy, staffed team', '~'],
  ['team-enablement', 'payments', 'Healthy, staffed team', '~'],
]

/**
 * A product organisation: platforms at the back, value streams in front of them, customers at the end of each stream.
 *
 * @param today day on which it is made, for the first cycle
 * Cost O(1).
 */
export function valueStreams(today: string, name: string): WeftDocument {
  return { format: 'weft/1', network: { id: 'net_value-streams', name }, ...drawNetwork(nodes, exchanges), cycles: cyclesFor(today) }
}
