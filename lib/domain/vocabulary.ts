/** The closed lists of words that fields of records take: apart from the schemas, so that a page can offer them without loading those. */
export const closenesses = ['core', 'contributing', 'peripheral'] as const
export const nodeKinds = ['activity', 'role', 'capability', 'platform', 'external'] as const
export const tiers = ['lead', 'core', 'co-creator', 'resonance'] as const
export const exchangeKinds = ['tangible', 'intangible'] as const
export const valueLevels = ['internal', 'external', 'network', 'civic'] as const
export const valueFactors = ['financial', 'functional', 'emotional', 'social'] as const
export const cyclePhases = ['draft', 'planning', 'active', 'closing', 'closed'] as const
export const objectiveKinds = ['committed', 'aspirational'] as const
export const promiseStates = [
  'draft',
  'offered',
  'requested',
  'countered',
  'deferred',
  'promised',
  'delivered',
  'accepted',
  'declined',
  'revoked',
  'withdrawn',
  'cancelled',
] as const
export type PromiseState = (typeof promiseStates)[number]
export type Closeness = (typeof closenesses)[number]

export const ordinalZones = ['fail', 'commit', 'target', 'stretch'] as const
export type OrdinalZone = (typeof ordinalZones)[number]
