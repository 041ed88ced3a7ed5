import type { EditableEntity } from '../../../lib/domain/command/records.ts'
import type { ErrorCode } from '../../../lib/domain/error.ts'

type Loose = Readonly<Record<string, unknown>>

/** What is tried on one kind of record. The new record is called `new`. */
type EntityCase = {
  readonly entity: EditableEntity
  readonly made: Loose
  readonly told: string
  /** a field, its value before and after */
  readonly edit: readonly [field: string, before: unknown, after: unknown]
  /** what may be absent, so that null clears it */
  readonly cleared: readonly string[]
  /** fields that a schema or rule refuses, each with the code and path */
  readonly bad: readonly (readonly [fields: Loose, code: ErrorCode, path: string])[]
  readonly references: readonly string[]
}

/** One case for each kind of record that has commands, in the network of the full document. */
export const entityCases: readonly EntityCase[] = [
  {
    entity: 'area',
    made: { name: 'Civic', colour: '#fff' },
    told: 'Added value area “Civic”',
    edit: ['name', 'Civic', 'City'],
    cleared: ['colour'],
    bad: [[{ name: '' }, 'VALIDATION', 'name']],
    references: [],
  },
  {
    entity: 'node',
    made: { name: 'Parks', areaId: 'a', closeness: 'core' },
    told: 'Added node “Parks”',
    edit: ['name', 'Parks', 'Gardens'],
    cleared: ['closeness'],
    bad: [
      [{ kind: 'department' }, 'VALIDATION', 'kind'],
      [{ position: { x: 1 } }, 'VALIDATION', 'position.y'],
    ],
    references: ['areaId'],
  },
  {
    entity: 'person',
    made: { name: 'Ben', email: 'ben@example.org' },
    told: 'Added person “Ben”',
    edit: ['name', 'Ben', 'Benjamin'],
    cleared: ['email'],
    bad: [[{ email: 'nowhere' }, 'VALIDATION', 'email']],
    references: [],
  },
  {
    entity: 'team',
    made: { name: 'Filmers' },
    told: 'Added team “Filmers”',
    edit: ['name', 'Filmers', 'Makers'],
    cleared: [],
    bad: [[{ name: 7 }, 'VALIDATION', 'name']],
    references: [],
  },
  {
    entity: 'participation',
    made: { nodeId: 'n2', personId: 'p', tier: 'core', from: '2027-01-01' },
    told: 'Added participation of “Ana”',
    edit: ['tier', 'core', 'resonance'],
    cleared: ['from'],
    bad: [
      [{ tier: 'boss' }, 'VALIDATION', 'tier'],
      [{ personId: null }, 'PARTICIPANT_MISSING', 'personId'],
      [{ teamId: 't' }, 'PARTICIPANT_MISSING', 'personId'],
    ],
    references: ['nodeId', 'personId'],
  },
  {
    entity: 'exchange',
    made: { fromNodeId: 'n2', toNodeId: 'n1', deliverable: 'Praise', kind: 'intangible', valueBySender: 2 },
    told: 'Added exchange “Praise”',
    edit: ['valueBySender', 2, -1],
    cleared: ['valueBySender'],
    bad: [
      [{ toNodeId: 'n2' }, 'SELF_EXCHANGE', 'toNodeId'],
      [{ valueByReceiver: 6 }, 'VALIDATION', 'valueByReceiver'],
    ],
    references: ['fromNodeId', 'toNodeId'],
  },
  {
    entity: 'cycle',
    made: { name: 'Q2', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'planning' },
    told: 'Added cycle “Q2”',
    edit: ['phase', 'planning', 'active'],
    cleared: ['phase'],
    bad: [
      [{ endsOn: '2027-03-31' }, 'CYCLE_DATES', 'endsOn'],
      [{ startsOn: '2027-02-30' }, 'VALIDATION', 'startsOn'],
    ],
    references: [],
  },
  {
    entity: 'goal',
    made: { name: 'Trusted', areaId: 'a', keyResultId: 'k1' },
    told: 'Added goal “Trusted”',
    edit: ['keyResultId', 'k1', 'k2'],
    cleared: ['areaId'],
    bad: [[{ name: '' }, 'VALIDATION', 'name']],
    references: ['areaId', 'keyResultId'],
  },
  {
    entity: 'objective',
    made: { nodeId: 'n2', cycleId: 'c', title: 'Be seen', goalIds: ['g'], ownerId: 'p' },
    told: 'Added objective “Be seen”',
    edit: ['goalIds', ['g'], []],
    cleared: ['ownerId'],
    bad: [
      [{ weight: -1 }, 'VALIDATION', 'weight'],
      [{ goalIds: ['g', 'gone'] }, 'UNKNOWN_REFERENCE', 'goalIds[1]'],
    ],
    references: ['nodeId', 'cycleId', 'ownerId'],
  },
  {
    entity: 'keyResult',
    made: { objectiveId: 'o', title: '9 films', metric: { kind: 'boolean' }, confidence: 0.4 },
    told: 'Added key result “9 films”',
    edit: ['confidence', 0.4, 0.8],
    cleared: ['confidence'],
    bad: [
      [{ confidence: 8 }, 'VALIDATION', 'confidence'],
      [{ metric: { kind: 'percent' } }, 'VALIDATION', 'metric.kind'],
    ],
    references: ['objectiveId', 'ownerId'],
  },
  {
    entity: 'dependency',
    made: { consumerKeyResultId: 'k2', supplierKeyResultId: 'k1', what: 'Numbers', strength: 1, state: 'draft', note: 'soon' },
    told: 'Added need “Numbers”',
    edit: ['strength', 1, 0.5],
    cleared: ['note'],
    bad: [
      [{ supplierKeyResultId: 'k2' }, 'SELF_DEPENDENCY', 'supplierKeyResultId'],
      [{ supplierKeyResultId: null }, 'SUPPLIER_MISSING', 'supplierNodeId'],
      [{ strength: 2 }, 'VALIDATION', 'strength'],
    ],
    references: ['consumerKeyResultId', 'supplierKeyResultId', 'supplierNodeId'],
  },
  {
    entity: 'source',
    made: { subject: 'keyResult', subjectId: 'k0', field: 'metric.current', kind: 'system', title: 'Billing', url: 'https://example.org/billing' },
    told: 'Added source “Billing”',
    edit: ['title', 'Billing', 'Invoices'],
    cleared: ['field', 'url'],
    bad: [
      [{ url: 'javascript:alert(1)' }, 'VALIDATION', 'url'],
      [{ subject: 'person' }, 'VALIDATION', 'subject'],
      [{ subject: 'node' }, 'UNKNOWN_REFERENCE', 'subjectId'],
    ],
    references: ['subjectId'],
  },
  {
    entity: 'healthMetric',
    made: { nodeId: 'n2', name: 'People who would stay', unit: '%', lower: 80, upper: 100, tolerance: 5 },
    told: 'Added health metric “People who would stay”',
    edit: ['lower', 80, 85],
    cleared: ['unit', 'upper', 'tolerance'],
    bad: [
      [{ name: '' }, 'VALIDATION', 'name'],
      [{ upper: 70 }, 'VALIDATION', 'upper'],
      [{ nodeId: 'nowhere' }, 'UNKNOWN_REFERENCE', 'nodeId'],
    ],
    references: ['nodeId'],
  },
  {
    entity: 'checkSetting',
    made: { rule: 'objective.tooMany', isOn: true, limit: 4 },
    told: 'Added setting of a check “objective.tooMany”',
    edit: ['isOn', true, false],
    cleared: ['limit'],
    bad: [
      [{ rule: 'Too many!' }, 'VALIDATION', 'rule'],
      [{ limit: 'few' }, 'VALIDATION', 'limit'],
    ],
    references: [],
  },
  {
    entity: 'acceptance',
    made: {
      finding: 'keyResult.noBaseline:k0',
      rule: 'keyResult.noBaseline',
      because: 'Measured from March on',
      ownerId: 'p',
      reviewOn: '2027-03-01',
    },
    told: 'Added accepted finding “Measured from March on”',
    edit: ['reviewOn', '2027-03-01', '2027-04-01'],
    cleared: ['ownerId'],
    bad: [
      [{ because: '' }, 'VALIDATION', 'because'],
      [{ reviewOn: null }, 'VALIDATION', 'reviewOn'],
    ],
    references: ['ownerId'],
  },
  {
    entity: 'whatIf',
    made: { name: 'A late audit', edits: [{ kind: 'confidence', keyResultId: 'k0', confidence: 0.2 }], note: 'Asked by the board', ownerId: 'p' },
    told: 'Added what-if “A late audit”',
    edit: ['name', 'A late audit', 'A very late audit'],
    cleared: ['note', 'ownerId'],
    bad: [
      [{ edits: [{ kind: 'confidence', keyResultId: 'k0', confidence: 2 }] }, 'VALIDATION', 'edits[0].confidence'],
      [{ edits: [{ kind: 'wish' }] }, 'VALIDATION', 'edits[0].kind'],
    ],
    references: ['ownerId'],
  },
]
