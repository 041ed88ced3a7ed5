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

/** What becomes of a key result when its cycle is over: it goes on, it ends, it goes on in another shape. */
export const rollOvers = ['carry', 'drop', 'reshape'] as const
export type RollOver = (typeof rollOvers)[number]

/** The rituals, what became of one run of them, and the phases through which they go. */
export const ritualKinds = ['plan', 'walk', 'check', 'coffee'] as const
export type RitualKind = (typeof ritualKinds)[number]
export const ritualStates = ['open', 'closed', 'cancelled'] as const
export type RitualState = (typeof ritualStates)[number]
export const planPhases = ['lobby', 'context', 'lookBack', 'draft', 'market', 'fit', 'readOut', 'vote', 'commit'] as const
export type PlanPhase = (typeof planPhases)[number]
export const walkPhases = ['actions', 'changed', 'stops', 'sweep', 'close'] as const
export type WalkPhase = (typeof walkPhases)[number]
export const checkPhases = ['line', 'numbers', 'promises', 'statements', 'change', 'done'] as const
export type CheckPhase = (typeof checkPhases)[number]
export const coffeePhases = ['questions'] as const
export const ritualPhases = [...planPhases, ...walkPhases, ...checkPhases, ...coffeePhases] as const
export type RitualPhase = (typeof ritualPhases)[number]

/** The parts of the agenda of a walk, in the order in which a meeting takes them. */
export const agendaSections = ['promises', 'disagreements', 'fell', 'stale', 'asks', 'health', 'wins'] as const
export type AgendaSection = (typeof agendaSections)[number]

/** So many voters a statement of a check needs before it may leave the team (RI26). */
export const leastVoters = 4

/** What can be written down in a ritual. */
export const itemKinds = [
  'decision',
  'action',
  'note',
  'parked',
  'question',
  'answer',
  'risk',
  'win',
  'learning',
  'priority',
  'exclusion',
  'weight',
  'talk',
  'change',
  'share',
] as const
export type ItemKind = (typeof itemKinds)[number]
/** What became of it: actions are open, done or dropped; questions and talks open or done; risks resolved, owned, accepted or mitigated. */
export const itemStatuses = ['open', 'done', 'dropped', 'resolved', 'owned', 'accepted', 'mitigated'] as const
export type ItemStatus = (typeof itemStatuses)[number]
export const itemSubjects = ['network', 'area', 'node', 'objective', 'keyResult', 'dependency', 'exchange', 'healthMetric', 'ritualItem'] as const
export type ItemSubject = (typeof itemSubjects)[number]

/** What a person may do in a network, from least to most; see lib/domain/access.ts. */
export const roles = ['viewer', 'contributor', 'facilitator', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]
