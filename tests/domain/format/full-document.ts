type Loose = Readonly<Record<string, unknown>>
type FullDocument = Readonly<Record<string, unknown>> & { readonly network: Loose } & Readonly<Record<FullList, readonly Loose[]>>

type FullList =
  | 'areas'
  | 'nodes'
  | 'people'
  | 'teams'
  | 'participations'
  | 'exchanges'
  | 'cycles'
  | 'goals'
  | 'objectives'
  | 'keyResults'
  | 'dependencies'
  | 'promiseMoves'
  | 'checkIns'
  | 'comments'
  | 'sources'
  | 'exchangeChecks'
  | 'proposals'
  | 'healthMetrics'
  | 'healthReadings'

const network = {
  id: 'net',
  name: 'Riverside',
  slug: 'riverside',
  vision: 'A town that lives well',
  mission: 'We connect people',
  valueProposition: 'All in one place',
  timeZone: 'Europe/Berlin',
  fiscalYearStartMonth: 4,
  weekStart: 'monday',
}

const metrics = [
  { kind: 'increase', baseline: 0, target: 10, current: 4, unit: 'clients', commit: 3, stretch: 14 },
  { kind: 'decrease', baseline: 9.5, target: -4, current: 6, unit: 'days', commit: 7, stretch: -5 },
  { kind: 'maintain', lower: 40, upper: 60, current: 50, unit: '%' },
  {
    kind: 'milestone',
    steps: [
      { name: 'Spec', weight: 20, done: 1 },
      { name: 'Build', done: 0.5 },
    ],
  },
  { kind: 'boolean', current: 1 },
  { kind: 'ordinal', zones: { commit: 'Drafted', target: 'Signed', stretch: 'In force' }, current: 'commit' },
]

/** A valid document in which every list has a record and every optional field stands somewhere; a key result of each kind of metric. */
export const fullDocument: FullDocument = {
  format: 'weft/1',
  source: 'a workshop',
  exportedAt: '2027-02-01T12:00:00+01:00',
  revision: 7,
  network,
  areas: [{ id: 'a', name: 'Brand', kind: 'brand', colour: '#336699', description: 'How we are seen', order: 2 }],
  nodes: [
    {
      id: 'n1',
      areaId: 'a',
      name: 'Story',
      kind: 'platform',
      closeness: 'core',
      description: 'Tells it',
      activities: ['write', 'film'],
      position: { x: 1.5, y: -2 },
    },
    { id: 'n2', areaId: 'a', name: 'Press' },
  ],
  people: [{ id: 'p', name: 'Ana', email: 'ana@example.org', isPlaceholder: true, teamIds: ['t'] }],
  teams: [{ id: 't', name: 'Writers' }],
  participations: [
    { id: 'pa1', nodeId: 'n1', personId: 'p', tier: 'lead', from: '2027-01-01', until: '2027-12-31' },
    { id: 'pa2', nodeId: 'n2', teamId: 't', tier: 'co-creator' },
  ],
  exchanges: [
    {
      id: 'e',
      fromNodeId: 'n1',
      toNodeId: 'n2',
      deliverable: 'News',
      kind: 'intangible',
      valueBySender: -2,
      valueByReceiver: 5,
      level: 'civic',
      factors: ['financial', 'social'],
      confirmed: true,
      source: 'interview',
    },
  ],
  cycles: [{ id: 'c', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }],
  goals: [{ id: 'g', name: 'Known', areaId: 'a', keyResultId: 'k0', description: 'Everywhere' }],
  objectives: [
    {
      id: 'o',
      nodeId: 'n1',
      cycleId: 'c',
      title: 'Be heard',
      kind: 'aspirational',
      ownerId: 'p',
      goalIds: ['g'],
      weight: 2,
      description: 'Why',
      carriedFromId: 'o0',
    },
    { id: 'o0', nodeId: 'n1', cycleId: 'c', title: 'Be seen' },
  ],
  keyResults: metrics.map((metric, at) => ({
    id: `k${at}`,
    objectiveId: 'o',
    title: `Result ${at}`,
    metric,
    confidence: 0.7,
    ownerId: 'p',
    dueOn: '2027-03-15',
    weight: 0,
    estimateWeeks: { optimistic: 1, likely: 2, pessimistic: 4.5 },
    grade: 1,
    rollOver: 'reshape' as const,
    ...(at > 0 ? { carriedFromId: 'k0' } : {}),
  })),
  dependencies: [
    {
      id: 'd',
      consumerKeyResultId: 'k0',
      supplierKeyResultId: 'k1',
      supplierNodeId: 'n2',
      what: 'Quotes',
      strength: 0.5,
      state: 'countered',
      neededOn: '2027-02-01',
      promisedOn: '2027-02-15',
      condition: 'three of them',
      note: 'asked twice',
      counteredBy: 'supplier',
      answerBy: '2027-01-20',
      terms: { by: 'supplier', on: '2027-02-20', what: 'Two quotes', condition: 'two of them' },
    },
  ],
  promiseMoves: [
    {
      id: 'm',
      dependencyId: 'd',
      move: 'counter',
      from: 'requested',
      to: 'countered',
      side: 'supplier',
      personId: 'p',
      at: '2027-01-09T09:00:00Z',
      reason: 'Only two are left',
      answerBy: '2027-01-20',
      terms: { by: 'supplier', on: '2027-02-20', what: 'Two quotes', condition: 'two of them' },
    },
  ],
  checkIns: [
    { id: 'ch', keyResultId: 'k0', at: '2027-01-08T09:00:00+02:00', value: 4, confidence: 0.7, note: 'good week', personId: 'p' },
    { keyResultId: 'k3', at: '2027-01-08T09:00:00.250Z', value: [1, null] },
    { keyResultId: 'k5', at: '2027-01-08T09:00:00-11:30', value: 'stretch' },
  ],
  comments: [
    { id: 'c', subject: 'dependency', subjectId: 'd', text: 'Why two?', mentionIds: ['p'], personId: 'p', at: '2027-01-09T10:00:00Z' },
    {
      id: 'c2',
      subject: 'dependency',
      subjectId: 'd',
      parentId: 'c',
      text: 'One is late',
      personId: 'p',
      at: '2027-01-09T11:00:00Z',
      editedAt: '2027-01-09T12:00:00Z',
      resolvedAt: '2027-01-10T09:00:00Z',
      resolvedById: 'p',
    },
  ],
  sources: [
    {
      id: 's',
      subject: 'keyResult',
      subjectId: 'k0',
      field: 'metric.baseline',
      kind: 'survey',
      title: 'Spring survey',
      url: 'https://example.org/survey',
      on: '2026-12-01',
    },
  ],
  healthMetrics: [
    {
      id: 'h',
      nodeId: 'n1',
      name: 'People who would stay',
      unit: '%',
      lower: 80,
      upper: 100,
      tolerance: 5,
      current: 78,
      ownerId: 'p',
      description: 'Asked every month',
    },
  ],
  healthReadings: [{ id: 'hr', healthMetricId: 'h', at: '2027-01-11T09:00:00Z', value: 78, note: 'A hard month', personId: 'p' }],
  exchangeChecks: [{ id: 'ec', exchangeId: 'e', at: '2027-01-11T09:00:00Z', health: 'worse', note: 'Two weeks of silence', personId: 'p' }],
  proposals: [
    {
      id: 'pr',
      title: 'Split it',
      plan: {
        kind: 'split',
        nodeId: 'n1',
        parts: [
          { name: 'One', objectiveIds: ['o'] },
          { name: 'Two', areaId: 'a' },
        ],
      },
      why: 'Too much passes through it',
      state: 'declined',
      personId: 'p',
      at: '2027-01-12T09:00:00Z',
      decidedById: 'p',
      decidedAt: '2027-01-13T09:00:00Z',
      decision: 'Not this quarter',
    },
  ],
}

/** The full document with some fields of one record replaced; a field given as `undefined` is left out. */
export function withRecord(list: FullList | 'network', at: number, fields: Loose): unknown {
  const edited = (record: Loose) => Object.fromEntries(Object.entries({ ...record, ...fields }).filter(([, value]) => value !== undefined))
  if (list === 'network') return { ...fullDocument, network: edited(fullDocument.network) }
  return { ...fullDocument, [list]: fullDocument[list].map((record, place) => (place === at ? edited(record) : record)) }
}
