import type { z } from 'zod'
import type { EntityName } from '../ids.ts'
import type { ListedEntity } from './document.ts'

/** What each list of a document holds, for people who read the published schema. */
export const listDescriptions: Record<ListedEntity, string> = {
  area: 'Areas of value, such as customer, brand, innovation and operational.',
  node: 'Groups of activities, each in one area.',
  person: 'People who take part.',
  team: 'Teams; a team can take part in many nodes.',
  participation: 'Who takes part in which node, as what and from when to when.',
  exchange: 'What one node gives to another, tangible or intangible.',
  cycle: 'Quarters or other periods for which objectives are set.',
  goal: 'Aims of the whole network or of an area that outlive a cycle.',
  objective: 'Objectives; each lives on one node in one cycle.',
  keyResult: 'Key results, each of one objective, with how it is measured.',
  dependency: 'Needs: what a key result needs from a node or a key result, and the state of the promise.',
  promiseMove: 'What each side did with a promise, oldest first; never changed.',
  checkIn: 'Reports of value and confidence on a key result; they are kept for ever.',
  comment: 'What people wrote about a record.',
  source: 'Where an exchange, a rating or a value was found.',
  exchangeCheck: 'How relationships were seen to go, oldest first; never changed.',
  proposal: 'What was proposed about the nodes, and what was decided.',
  healthMetric: 'What nodes protect while they pursue their key results.',
  healthReading: 'Readings of health metrics, oldest first; never changed.',
}

/** What each field means where its name alone leaves doubt. Fields that are not listed say what they are. */
export const fieldDescriptions: { readonly [E in EntityName]?: Readonly<Record<string, string>> } = {
  network: {
    name: 'Name of the organisation, consortium or group.',
    slug: 'Name of the network in web addresses.',
    vision: 'Where the network wants to be.',
    mission: 'What the network does, for whom.',
    valueProposition: 'Why others choose it.',
    timeZone: 'IANA time zone in which days begin and end; UTC where absent.',
    fiscalYearStartMonth: 'First month of the fiscal year, 1 to 12.',
    weekStart: 'Day on which a week starts.',
  },
  area: {
    name: 'Name of the area.',
    colour: 'Colour in which it is drawn.',
    description: 'What counts as value here.',
    order: 'Place around the core.',
  },
  node: {
    areaId: 'Id of its area.',
    name: 'Name of the group of activities.',
    kind: 'What it is; an activity where absent.',
    closeness: 'How close it is to the core of the network.',
    description: 'What it is for.',
    activities: 'What is done here.',
    position: 'Place that somebody chose on the drawing.',
  },
  person: { name: 'Name of the person.', email: 'E-mail address.' },
  team: { name: 'Name of the team.' },
  participation: {
    nodeId: 'Id of the node.',
    personId: 'Id of the person; either this or teamId.',
    teamId: 'Id of the team; either this or personId.',
    tier: 'How closely: lead, core member, co-creator, or resonance for a single contribution.',
    from: 'First day.',
    until: 'Last day.',
  },
  exchange: {
    fromNodeId: 'Id of the node that gives.',
    toNodeId: 'Id of the node that receives.',
    deliverable: 'What is given.',
    kind: 'Tangible: contracted, expected or paid. Intangible: knowledge or benefit.',
    valueBySender: 'Rating by the giver, -2 (costs us) to 5 (cannot do without).',
    valueByReceiver: 'Rating by the receiver, -2 (costs us) to 5 (cannot do without).',
    level: 'How far the value reaches.',
    factors: 'In which ways it is of value.',
    confirmed: 'Whether the receiver has confirmed it.',
    source: 'Where this was found.',
  },
  cycle: { name: 'Name of the cycle.', startsOn: 'First day.', endsOn: 'Last day; on or after the first.', phase: 'Where the cycle stands.' },
  goal: {
    name: 'Name of the goal.',
    areaId: 'Id of the area whose goal it is; of the whole network where absent.',
    keyResultId: 'Id of the key result that measures it.',
    description: 'What is meant.',
  },
  objective: {
    nodeId: 'Id of the node on which it lives.',
    cycleId: 'Id of its cycle.',
    title: 'What shall be reached.',
    kind: 'Committed: expected in full. Aspirational: 0.7 is good.',
    ownerId: 'Id of the person who answers for it.',
    goalIds: 'Ids of the goals that it serves.',
    weight: 'Weight among the objectives of its node.',
    description: 'Why it matters.',
  },
  keyResult: {
    objectiveId: 'Id of its objective.',
    title: 'What will be seen when it is reached.',
    metric: 'How it is measured; what is absent is unknown.',
    confidence: "The owner's own confidence, 0 to 1.",
    ownerId: 'Id of the person who answers for it.',
    dueOn: "Day by which it is due; the cycle's end where absent.",
    estimateWeeks: 'Working time in weeks: optimistic, likely and pessimistic.',
    grade: 'Grade given at the end of the cycle, 0 to 1.',
  },
  dependency: {
    consumerKeyResultId: 'Id of the key result that needs something.',
    supplierKeyResultId: 'Id of the key result that supplies it, as soon as it is known.',
    supplierNodeId: 'Id of the node that is asked.',
    what: 'What is needed.',
    state: 'State of the promise.',
    neededOn: 'Day by which it is needed.',
    promisedOn: 'Day for which it is promised.',
    note: 'Anything else worth knowing.',
  },
  promiseMove: {
    dependencyId: 'Id of the need whose promise was moved.',
    move: 'What was done.',
    to: 'The state after.',
    personId: 'Id of the person who moved.',
    at: 'When; an instant with a zone.',
    reason: 'Why; in the words of the person who moved.',
    answerBy: 'Day by which an answer was announced.',
    terms: 'Terms that the move proposed, or that it settled.',
  },
  checkIn: {
    keyResultId: 'Id of the key result.',
    at: 'When it was reported; an instant with a zone.',
    value: "A number; 0 or 1; a zone's word; for steps the share done of each, null where unknown.",
    confidence: 'Confidence, 0 to 1.',
    note: 'What happened.',
    personId: 'Id of the person who reported it.',
  },
  comment: {
    subject: 'Kind of record that it is about.',
    subjectId: 'Id of that record.',
    personId: 'Id of the person who wrote it.',
    at: 'When it was written; an instant with a zone.',
    editedAt: 'When its text was last changed.',
    resolvedAt: 'When it was marked as resolved.',
    resolvedById: 'Id of the person who marked it so.',
  },
  source: {
    subject: 'Kind of record whose value it stands behind.',
    subjectId: 'Id of that record.',
    kind: 'What kind of source it is.',
    title: 'What it is called.',
    url: 'Where it can be read.',
  },
  exchangeCheck: {
    exchangeId: 'Id of the exchange.',
    at: 'When somebody looked; an instant with a zone.',
    personId: 'Id of the person who looked.',
  },
  healthMetric: {
    nodeId: 'Id of the node that protects it.',
    name: 'What is watched.',
    description: 'Anything else worth knowing.',
    unit: 'Unit of the value, such as % or days.',
    current: 'Its latest value.',
    ownerId: 'Id of the person who watches it.',
  },
  healthReading: {
    healthMetricId: 'Id of the health metric.',
    at: 'When it was read; an instant with a zone.',
    value: 'What was read.',
    note: 'One sentence of who read it.',
    personId: 'Id of the person who read it.',
  },
  proposal: {
    title: 'What would be done, in a few words.',
    plan: 'Which nodes would be added, merged, split or retired.',
    why: 'Why it is proposed.',
    state: 'Whether it is open, or how it ended.',
    at: 'When it was proposed; an instant with a zone.',
    decidedById: 'Id of the person who decided.',
    decidedAt: 'When it was decided; an instant with a zone.',
  },
}

/** Adds descriptions to fields that have none of their own. Cost O(fields). */
export function describeFields(shape: z.core.$ZodShape, descriptions: Readonly<Record<string, string>> = {}): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, describeField(castType(schema), descriptions[name])]))
}

function describeField(schema: z.ZodType, description: string | undefined): z.ZodType {
  return schema.description === undefined && description !== undefined ? schema.describe(description) : schema
}

/** Guaranteed by `formOf`: its schemas are full ZodTypes. */
function castType(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType
}
