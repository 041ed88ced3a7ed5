import type { AnyEntity, CheckIn, Dependency, PromiseMove } from '../entity.ts'
import { amountText } from '../health/sentence.ts'
import type { EntityName } from '../ids.ts'
import { moveWords, stateWords } from '../promise/words.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import { partyText } from './record-text.ts'
import { fullDay, type Standing, valueText } from './value-text.ts'

function nameIn(snapshot: Snapshot, entity: EntityName, id: string | null): string {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  return record ? `“${nameOf(record)}”` : 'something that is gone'
}

/** Whom a need asks, and whose it is. */
function needPlace(snapshot: Snapshot, { consumerKeyResultId, supplierKeyResultId, supplierNodeId }: Dependency): string {
  const giver = supplierKeyResultId === null ? nameIn(snapshot, 'node', supplierNodeId) : nameIn(snapshot, 'keyResult', supplierKeyResultId)
  return ` of ${nameIn(snapshot, 'keyResult', consumerKeyResultId)} from ${giver}`
}

/** How a need stands when it comes: “promised, by 12 Mar 2027”. */
export function standOf({ state, promisedOn, neededOn }: Dependency): string {
  const day = promisedOn ? `, by ${fullDay(promisedOn)}` : neededOn ? `, needed on ${fullDay(neededOn)}` : ''
  return `${stateWords[state]}${day}`
}

/** Where a record came to or went from, behind its name. */
export function placeOf(snapshot: Snapshot, record: AnyEntity): string {
  if ('slot' in record) return ` in value area ${nameIn(snapshot, 'area', record.areaId)}`
  if ('cycleId' in record && 'goalIds' in record) return ` of node ${nameIn(snapshot, 'node', record.nodeId)}`
  if ('objectiveId' in record) return ` of objective ${nameIn(snapshot, 'objective', record.objectiveId)}`
  if ('strength' in record) return needPlace(snapshot, record)
  if ('tolerance' in record) return ` of node ${nameIn(snapshot, 'node', record.nodeId)}`
  if ('subject' in record && 'title' in record) return ` of ${nameIn(snapshot, record.subject, record.subjectId)}`
  return ''
}

/** What somebody reported, behind the name of the key result. */
export function reportOf(standing: Standing, { keyResultId, value, confidence }: CheckIn): string {
  const keyResult = find(standing.snapshot, 'keyResult', keyResultId)
  const told = keyResult && valueText({ ...standing, entity: 'keyResult', record: keyResult }, 'metric.current', value)
  const sure = valueText(standing, 'confidence', confidence)
  const parts = [told ?? null, sure === null ? null : `confidence ${sure}`].filter((part) => part !== null)
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

/** What a side did with a promise: “promised, by 12 Mar 2027”. */
export function moveOf(snapshot: Snapshot, { dependencyId, move, terms }: PromiseMove): string {
  const day = terms?.on ? `, for ${fullDay(terms.on)}` : ''
  return `${nameIn(snapshot, 'dependency', dependencyId)}: ${moveWords[move].done}${day}`
}

/** How somebody takes part: “Ana joined “Care” as lead”. */
export function partOf(snapshot: Snapshot, record: Extract<AnyEntity, { tier: unknown }>, verb: 'joined' | 'left'): string {
  const as = verb === 'joined' ? ` as ${record.tier}` : `, where the part was ${record.tier}`
  return `${partyText(snapshot, record)} ${verb} ${nameIn(snapshot, 'node', record.nodeId)}${as}`
}

/** How a relationship was found, or what was said, where a record tells it. */
export function sayingOf(standing: Standing): string | null {
  const { snapshot, entity, record } = standing
  if ('health' in record) return `${nameIn(snapshot, 'exchange', record.exchangeId)} was found ${record.health}`
  if ('healthMetricId' in record) {
    const metric = find(snapshot, 'healthMetric', record.healthMetricId)
    return `${nameIn(snapshot, 'healthMetric', record.healthMetricId)} was read: ${amountText(metric ?? { unit: null }, record.value)}`
  }
  if (entity === 'checkIn' && 'confidence' in record && 'value' in record)
    return `check-in on ${nameIn(snapshot, 'keyResult', record.keyResultId)}${reportOf(standing, record)}`
  if ('dependencyId' in record) return moveOf(snapshot, record)
  if (entity === 'reason' && 'kind' in record) return `a change was explained as ${String(record.kind)}`
  return entity === 'comment' && 'mentionIds' in record ? `a comment was made on ${nameIn(snapshot, record.subject, record.subjectId)}` : null
}
