import { operations } from '../../../../lib/contract/api.ts'
import type { Operation } from '../../../../lib/contract/operation.ts'
import { matrixDocument } from './document.ts'
import { type ActorName, codeOf, type World } from './world.ts'

export type Filled = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

type Fill = (world: World, actor: ActorName) => Filled

const at =
  (name: string): Fill =>
  ({ prefix }) => ({ params: { id: `${prefix}-${name}` } })

/** Changes one field of a record. */
const set =
  (name: string, body: (prefix: string) => object): Fill =>
  ({ prefix }) => ({ params: { id: `${prefix}-${name}` }, body: { revision: 1, ...body(prefix) } })

const gone =
  (name: string): Fill =>
  ({ prefix }) => ({ params: { id: `${prefix}-${name}` }, query: { carry: 'true' } })

const make =
  (body: (prefix: string) => object): Fill =>
  ({ prefix }) => ({ body: body(prefix) })

function isMember(actor: ActorName): actor is keyof World['personIds'] & ActorName {
  return ['viewer', 'contributor', 'lead', 'editor', 'facilitator', 'owner'].includes(actor)
}

const metric = { kind: 'increase', baseline: 0, target: 5 }
const password = 'a sentence that nobody would think of'

/** Reads, writes and deletes of one kind of record. */
function record(one: string, names: { readonly at: string; readonly set: object; readonly make: (prefix: string) => object }): Record<string, Fill> {
  return {
    [`get${one}`]: at(names.at),
    [`previewDelete${one}`]: at(names.at),
    [`create${one}`]: make(names.make),
    [`update${one}`]: set(names.at, () => names.set),
    [`delete${one}`]: gone(names.at),
  }
}

/** The same for a record of a node in which the contributor and the lead take no part. */
function elsewhere(one: string, names: Parameters<typeof record>[1]): Record<string, Fill> {
  const rows = Object.entries(record(one, names)).filter(([row]) => !/^(get|previewDelete)/.test(row))
  return Object.fromEntries(rows.map(([row, fill]) => [`${row}@press`, fill]))
}

const records: Record<string, Fill> = {
  ...record('Area', { at: 'area', set: { name: 'Changed' }, make: () => ({ name: 'New' }) }),
  ...record('Node', { at: 'care', set: { name: 'Changed' }, make: (p) => ({ areaId: `${p}-area`, name: 'New' }) }),
  ...elsewhere('Node', { at: 'press', set: { name: 'Changed' }, make: (p) => ({ areaId: `${p}-area`, name: 'New' }) }),
  ...record('Person', { at: 'ben', set: { name: 'Changed' }, make: () => ({ name: 'New' }) }),
  ...record('Team', { at: 'team', set: { name: 'Changed' }, make: () => ({ name: 'New' }) }),
  ...record('Participation', {
    at: 'part',
    set: { until: '2027-12-31' },
    make: (p) => ({ nodeId: `${p}-care`, personId: `${p}-ben`, tier: 'core' }),
  }),
  ...elsewhere('Participation', {
    at: 'part-press',
    set: { until: '2027-12-31' },
    make: (p) => ({ nodeId: `${p}-press`, personId: `${p}-ben`, tier: 'core' }),
  }),
  'createParticipation@lead': make((p) => ({ nodeId: `${p}-care`, personId: `${p}-ben`, tier: 'lead' })),
  ...record('Exchange', {
    at: 'exch',
    set: { deliverable: 'Changed' },
    make: (p) => ({ fromNodeId: `${p}-care`, toNodeId: `${p}-spare`, deliverable: 'New', kind: 'tangible' }),
  }),
  ...elsewhere('Exchange', {
    at: 'exch-press',
    set: { deliverable: 'Changed' },
    make: (p) => ({ fromNodeId: `${p}-press`, toNodeId: `${p}-spare`, deliverable: 'New', kind: 'tangible' }),
  }),
  ...record('Goal', { at: 'goal', set: { name: 'Changed' }, make: () => ({ name: 'New' }) }),
  ...record('Cycle', { at: 'cycle', set: { name: 'Changed' }, make: () => ({ name: 'New', startsOn: '2027-04-01', endsOn: '2027-06-30' }) }),
  ...record('Objective', { at: 'obj-care', set: { title: 'Changed' }, make: (p) => ({ nodeId: `${p}-care`, cycleId: `${p}-cycle`, title: 'New' }) }),
  ...elsewhere('Objective', {
    at: 'obj-press',
    set: { title: 'Changed' },
    make: (p) => ({ nodeId: `${p}-press`, cycleId: `${p}-cycle`, title: 'New' }),
  }),
  'createObjective@mine': ({ prefix, personIds }, actor) => ({
    body: {
      nodeId: `${prefix}-press`,
      cycleId: `${prefix}-cycle`,
      title: 'New',
      ownerId: personIds[actor === 'contributor' ? 'contributor' : 'lead'],
    },
  }),
  'updateObjective@away': set('obj-care', (p) => ({ nodeId: `${p}-press` })),
  ...record('KeyResult', { at: 'kr-care', set: { title: 'Changed' }, make: (p) => ({ objectiveId: `${p}-obj-care`, title: 'New', metric }) }),
  ...elsewhere('KeyResult', { at: 'kr-press', set: { title: 'Changed' }, make: (p) => ({ objectiveId: `${p}-obj-press`, title: 'New', metric }) }),
  ...record('Dependency', {
    at: 'need',
    set: { note: 'Changed' },
    make: (p) => ({ consumerKeyResultId: `${p}-kr-care`, supplierKeyResultId: `${p}-kr-press-2`, what: 'New', strength: 1, state: 'draft' }),
  }),
  ...elsewhere('Dependency', {
    at: 'need-press',
    set: { note: 'Changed' },
    make: (p) => ({ consumerKeyResultId: `${p}-kr-press`, supplierKeyResultId: `${p}-kr-care`, what: 'New', strength: 1, state: 'draft' }),
  }),
  ...record('HealthMetric', { at: 'hm-care', set: { name: 'Changed' }, make: (p) => ({ nodeId: `${p}-care`, name: 'New', lower: 1 }) }),
  ...elsewhere('HealthMetric', { at: 'hm-press', set: { name: 'Changed' }, make: (p) => ({ nodeId: `${p}-press`, name: 'New', lower: 1 }) }),
  ...record('CheckSetting', { at: 'setting', set: { isOn: false }, make: () => ({ rule: 'node.noLead', isOn: false }) }),
  ...record('Acceptance', {
    at: 'accepted',
    set: { because: 'Changed' },
    make: (p) => ({ finding: `node.noLead:${p}-spare`, rule: 'node.noLead', because: 'Found soon', reviewOn: '2027-03-01' }),
  }),
  /** `press` receives it: who is in `care` gives */
  'updateExchange@receiver': set('exch', () => ({ valueByReceiver: 5 })),
  'updateExchange@giver': set('exch', () => ({ valueBySender: 5 })),
  'createAcceptance@other': make((p) => ({
    ...{ finding: `node.noLead:${p}-spare`, rule: 'node.noLead', because: 'Found soon', reviewOn: '2027-03-01', ownerId: `${p}-ben` },
  })),
  'updateAcceptance@mine': ({ prefix, personIds }, actor) => ({
    params: { id: `${prefix}-accepted` },
    body: { revision: 1, because: 'Changed', ownerId: personIds[isMember(actor) ? actor : 'owner'] },
  }),
  /** kept by the contributor */
  ...record('WhatIf', {
    at: 'if',
    set: { name: 'Changed' },
    make: (p) => ({ name: 'New', edits: [{ kind: 'without', entity: 'node', id: `${p}-care` }] }),
  }),
  ...record('Source', {
    at: 'source',
    set: { title: 'Changed' },
    make: (p) => ({ subject: 'keyResult', subjectId: `${p}-kr-care`, kind: 'survey', title: 'New' }),
  }),
  ...elsewhere('Source', {
    at: 'source-press',
    set: { title: 'Changed' },
    make: (p) => ({ subject: 'keyResult', subjectId: `${p}-kr-press`, kind: 'survey', title: 'New' }),
  }),
}

const promises: Record<string, Fill> = {
  /** the supplier is `care`: its lead may promise, nobody else of the node */
  movePromise: ({ prefix }) => ({ params: { id: `${prefix}-asked` }, body: { move: 'promise', promisedOn: '2027-03-01' } }),
  'movePromise@press': ({ prefix }) => ({ params: { id: `${prefix}-asked-press` }, body: { move: 'promise', promisedOn: '2027-03-01' } }),
  listMovesOfDependency: at('asked'),
  readLedger: at('care'),
  readGlue: ({ prefix }) => ({ query: { a: `${prefix}-team`, b: `${prefix}-ben` } }),
}

const talk: Record<string, Fill> = {
  getCheckIn: at('check'),
  createCheckIn: make((p) => ({ keyResultId: `${p}-kr-care`, value: 2 })),
  'createCheckIn@press': make((p) => ({ keyResultId: `${p}-kr-press`, value: 2 })),
  'createCheckIn@other': make((p) => ({ keyResultId: `${p}-kr-care`, value: 2, personId: `${p}-ben` })),
  reportKeyResult: ({ prefix }) => ({ params: { id: `${prefix}-kr-care` }, body: { value: 2 } }),
  'reportKeyResult@press': ({ prefix }) => ({ params: { id: `${prefix}-kr-press` }, body: { value: 2 } }),
  getComment: ({ ids }) => ({ params: { id: ids.comment } }),
  createComment: make((p) => ({ subject: 'keyResult', subjectId: `${p}-kr-press`, text: 'Well' })),
  editComment: ({ ids }) => ({ params: { id: ids.comment }, body: { text: 'Edited' } }),
  resolveComment: ({ ids }) => ({ params: { id: ids.comment }, body: { isResolved: true } }),
  deleteComment: ({ ids }) => ({ params: { id: ids.comment } }),
}

/** One command with its input. */
const command =
  (name: string, input: (prefix: string) => object): Fill =>
  ({ prefix }) => ({ body: { commands: [{ name, input: input(prefix) }] } })

const review: Record<string, Fill> = {
  getProposal: at('proposal'),
  getExchangeCheck: at('look'),
  'runCommands@look': command('exchangeCheck.create', (p) => ({ id: `${p}-new`, exchangeId: `${p}-exch`, health: 'better' })),
  'runCommands@lookPress': command('exchangeCheck.create', (p) => ({ id: `${p}-new`, exchangeId: `${p}-exch-press`, health: 'better' })),
  'runCommands@reading': command('healthReading.create', (p) => ({ id: `${p}-new`, healthMetricId: `${p}-hm-care`, value: 95 })),
  'runCommands@readingPress': command('healthReading.create', (p) => ({ id: `${p}-new`, healthMetricId: `${p}-hm-press`, value: 95 })),
  'runCommands@propose': command('proposal.create', (p) => ({ id: `${p}-new`, plan: { kind: 'retire', nodeId: `${p}-press` } })),
  'runCommands@revise': command('proposal.update', (p) => ({ id: `${p}-proposal`, set: { why: 'Because' } })),
  'runCommands@withdraw': command('proposal.withdraw', (p) => ({ id: `${p}-proposal` })),
  'runCommands@decide': command('proposal.decide', (p) => ({ id: `${p}-proposal`, accept: true })),
  'runCommands@merge': command('node.merge', (p) => ({ nodeIds: [`${p}-spare`], intoId: `${p}-care`, carry: true })),
  'runCommands@retire': command('node.retire', (p) => ({ nodeId: `${p}-care`, carry: true })),
}

const restore =
  (name: string): Fill =>
  ({ prefix, goneAt }) => ({ params: { revision: String(goneAt) }, body: { entity: 'source', id: `${prefix}-${name}` } })

const plan: Record<string, Fill> = {
  readSessionOutput: ({ prefix }) => ({ params: { ritual: `${prefix}-walk` } }),
  readPlanning: at('cycle'),
  readSinceBaseline: ({ prefix }) => ({ params: { id: `${prefix}-cycle` }, query: { mark: `${prefix}-baseline` } }),
  'runCommands@drop': command('keyResult.drop', (p) => ({ id: `${p}-kr-care` })),
  'runCommands@dropPress': command('keyResult.drop', (p) => ({ id: `${p}-kr-press` })),
}

/** In the room of the check of `care`. */
const inCheck =
  (more: { readonly params?: Record<string, string>; readonly body?: unknown } = {}): Fill =>
  ({ prefix }) => ({ ...more, params: { ritual: `${prefix}-check`, ...more.params } })

const rooms: Record<string, Fill> = {
  readRoom: inCheck(),
  takeSeat: ({ prefix }) => ({ params: { ritual: `${prefix}-check` }, body: { nodeId: `${prefix}-care` } }),
  leaveSeat: inCheck(),
  giveSealedAnswer: inCheck({ params: { question: 's1' }, body: { body: { colour: 1, trend: 0 } } }),
  withdrawSealedAnswer: inCheck({ params: { question: 's1' } }),
  revealAnswers: inCheck({ body: { question: 's1' } }),
  shareTallies: inCheck({ body: { keys: ['s1'] } }),
  makeGuestLink: inCheck(),
  endGuestLink: inCheck(),
  findSession: ({ prefix }) => ({ params: { code: codeOf(prefix) } }),
  readGuestRoom: () => ({ params: { token: 'guess' } }),
  takeGuestSeat: () => ({ params: { token: 'guess' }, body: { name: 'Sam' } }),
  giveGuestAnswer: () => ({ params: { token: 'guess', question: 's1' }, body: { body: { colour: 1, trend: 0 } } }),
  streamGuestRoom: () => ({ params: { token: 'guess' } }),
}

const past: Record<string, Fill> = {
  readHistoryEntry: () => ({ params: { revision: '1' } }),
  reportHistory: () => ({ query: { from: '2027-01-01', to: '2027-12-31' } }),
  readPast: () => ({ query: { revision: '1' } }),
  restoreRecord: restore('gone'),
  'restoreRecord@press': restore('gone-press'),
  'runCommands@mark': command('mark.create', (p) => ({ id: `${p}-mark`, name: 'Walk', kind: 'walk', revision: 1, at: '2027-02-10T09:00:00Z' })),
  'runCommands@reason': command('reason.set', (p) => ({ id: `${p}-why`, revision: 1, kind: 'external' })),
}

const network: Record<string, Fill> = {
  updateNetwork: () => ({ body: { mission: 'Changed', revision: 1 } }),
  deleteNetwork: ({ prefix }) => ({ query: { confirm: `Network canary-${prefix}` } }),
  runCommands: ({ prefix }) => ({
    body: { commands: [{ name: 'keyResult.update', input: { id: `${prefix}-kr-care`, set: { title: 'Changed' } } }] },
  }),
  'runCommands@press': ({ prefix }) => ({
    body: { commands: [{ name: 'keyResult.update', input: { id: `${prefix}-kr-press`, set: { title: 'Changed' } } }] },
  }),
  listChanges: () => ({ query: { since: '0' } }),
  sayPresence: ({ prefix }) => ({ body: { clientId: prefix, view: 'map' } }),
  createNetwork: () => ({ body: { name: 'Fresh', template: 'blank' } }),
  importNetwork: ({ prefix }) => ({ body: matrixDocument(`${prefix}-import`) }),
}

const manage: Record<string, Fill> = {
  changeMember: ({ personIds }) => ({ params: { personId: personIds.viewer }, body: { role: 'contributor' } }),
  removeMember: ({ personIds }) => ({ params: { personId: personIds.viewer } }),
  createInvitation: () => ({ body: { role: 'viewer' } }),
  renewInvitation: ({ ids }) => ({ params: { id: ids.invitation } }),
  revokeInvitation: ({ ids }) => ({ params: { id: ids.invitation } }),
  readInvitation: ({ secrets }) => ({ params: { token: secrets.invitation } }),
  acceptInvitation: ({ secrets }) => ({ params: { token: secrets.invitation }, body: {} }),
  createToken: () => ({ body: { name: 'Numbers', scope: 'check-in' } }),
  revokeToken: ({ ids }) => ({ params: { id: ids.token } }),
  createShareLink: () => ({ body: { name: 'Board', view: 'chain' } }),
  revokeShareLink: ({ ids }) => ({ params: { id: ids.link } }),
  readShared: ({ secrets }) => ({ params: { token: secrets.link } }),
  streamShared: ({ secrets }) => ({ params: { token: secrets.link } }),
  erasePerson: ({ personIds, names }) => ({ params: { id: personIds.viewer }, query: { confirm: names['viewer'] ?? '' } }),
  createWebhook: () => ({ body: { name: 'Hook', url: 'https://hooks.invalid/y', events: ['promise.asked'] } }),
  updateWebhook: ({ ids }) => ({ params: { id: ids.webhook }, body: { name: 'Other' } }),
  deleteWebhook: ({ ids }) => ({ params: { id: ids.webhook } }),
  testWebhook: ({ ids }) => ({ params: { id: ids.webhook } }),
  listDeliveries: ({ ids }) => ({ params: { id: ids.webhook } }),
  replayDelivery: ({ ids }) => ({ params: { id: ids.webhook, delivery: 'job_none' } }),
  readNotification: () => ({ params: { id: 'notification_none' } }),
  setDigest: () => ({ body: { choice: 'off' } }),
  setToldBy: () => ({ body: { topic: 'minutes', channels: ['inApp'] } }),
}

const accounts: Record<string, Fill> = {
  claimSetup: () => ({ body: { token: 'guess', name: 'Eve', email: 'eve@example.org', password } }),
  endSession: () => ({ params: { id: 'session_of_somebody' } }),
  deleteAccount: (_, actor) => ({ body: { email: `${actor}@example.org`, password } }),
  requestPasswordReset: (_, actor) => ({ body: { email: `${actor}@example.org` } }),
  resetPassword: () => ({ body: { token: 'guess', password } }),
  updateUser: ({ ids }) => ({ params: { id: ids.user }, body: { isDisabled: false } }),
  makeResetLink: ({ ids }) => ({ params: { id: ids.user } }),
  readAnswer: () => ({ params: { token: 'guess' } }),
  giveAnswer: () => ({ params: { token: 'guess' }, body: {} }),
  undoAnswer: () => ({ params: { token: 'guess' } }),
}

const fills: Readonly<Record<string, Fill>> = {
  ...records,
  ...promises,
  ...talk,
  ...review,
  ...plan,
  ...rooms,
  ...past,
  ...network,
  ...manage,
  ...accounts,
}

/** The rows of the matrix: every operation, and some of them once more on what belongs to others. */
export const rows: readonly string[] = [...new Set([...operations.map(({ id }) => id), ...Object.keys(fills)])]

export function operationOf(row: string): Operation {
  const [id] = row.split('@')
  const found = operations.find((operation) => operation.id === id)
  if (found) return found
  throw new Error(`the row ${row} is of no operation`)
}

/** The request of a row: every parameter, and a body that would be accepted from who may. */
export function filled(row: string, world: World, actor: ActorName): Filled {
  return fills[row]?.(world, actor) ?? {}
}
