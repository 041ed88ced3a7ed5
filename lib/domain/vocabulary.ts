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

/** The two sides of a promise: who needs, and who gives. */
export const sides = ['consumer', 'supplier'] as const
export type Side = (typeof sides)[number]

/** Every move of a promise, in the order of the table in docs/spec/promise.md. */
export const promiseMoves = [
  'request',
  'offer',
  'promise',
  'accept',
  'counter',
  'decline',
  'defer',
  'withdraw',
  'deliver',
  'notSatisfied',
  'revoke',
  'cancel',
  'propose',
  'agree',
  'refuse',
  'bind',
] as const
export type PromiseMoveName = (typeof promiseMoves)[number]

/** The kinds of record that can be commented on. */
export const commentSubjects = ['network', 'area', 'node', 'exchange', 'goal', 'objective', 'keyResult', 'dependency', 'checkIn'] as const
export type CommentSubject = (typeof commentSubjects)[number]

/** The kinds of record whose values can be traced to a source. */
export const sourceSubjects = ['exchange', 'keyResult', 'checkIn', 'goal', 'node'] as const
export type SourceSubject = (typeof sourceSubjects)[number]
export const sourceKinds = ['document', 'system', 'interview', 'survey', 'observation', 'estimate', 'other'] as const

/** How a relationship goes since the last look at it. */
export const healths = ['better', 'same', 'worse'] as const
export type Health = (typeof healths)[number]

/** What can be proposed about the nodes of a network, and what became of it. */
export const proposalKinds = ['add', 'merge', 'split', 'retire'] as const
export type ProposalKind = (typeof proposalKinds)[number]
export const proposalStates = ['open', 'accepted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

/** Where the cause of a change of structure lies: in the organisation, or outside of it. */
export const reasonKinds = ['internal', 'external'] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** What a named snapshot stands for. */
export const markKinds = ['baseline', 'walk', 'end', 'other'] as const
export type MarkKind = (typeof markKinds)[number]

/** What a person may do in a network, from least to most; see lib/domain/access.ts. */
export const roles = ['viewer', 'contributor', 'facilitator', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]
