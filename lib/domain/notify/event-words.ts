import { entityWords } from '../snapshot.ts'
import type { CheckInData, PromiseData, SideData, StructureData, StructureRecord, WebhookEvent } from './events.ts'
import { moveSentence } from './words.ts'

function sideName({ node, keyResult }: SideData): string {
  return node?.name ?? keyResult?.name ?? 'another node'
}

function ofPromise({ dependency, move, consumer, supplier }: PromiseData, actor: string): string {
  const sentence = moveSentence(move, { actor, what: dependency.name, consumer: sideName(consumer), supplier: sideName(supplier) })
  return dependency.neededOn === null ? sentence : `${sentence} Needed by ${dependency.neededOn}.`
}

function ofCheckIn({ checkIn, keyResult, node }: CheckInData, actor: string): string {
  const where = node ? ` of ${node.name}` : ''
  const value = typeof checkIn.value === 'number' ? `: ${checkIn.value}` : ''
  const confidence = checkIn.confidence === null ? '' : `, confidence ${Math.floor(checkIn.confidence * 100) / 10} of 10`
  return `${actor} checked in on “${keyResult.name}”${where}${value}${confidence}.`
}

function listed(records: readonly StructureRecord[]): string {
  return records.map(({ entity, name }) => `${entityWords[entity]} “${name}”`).join(', ')
}

const mostNamed = 3

function ofStructure({ added, changed, deleted, records, left }: StructureData, actor: string): string {
  const total = added + changed + deleted
  const named = records.slice(0, mostNamed)
  const more = left + records.length - named.length
  const counts = [`${added} added`, `${changed} changed`, `${deleted} deleted`].filter((text) => !text.startsWith('0 '))
  return `${actor} changed the structure, ${total === 1 ? 'one record' : `${total} records`} (${counts.join(', ')}): ${listed(named)}${more > 0 ? ` and ${more} more` : ''}.`
}

/** What an event says to people in a channel, in one or two sentences. Cost O(1). Spec: NO25. */
export function eventSentence(event: WebhookEvent, actor: string): string {
  switch (event.type) {
    case 'promise.asked':
    case 'promise.moved':
      return ofPromise(event.data, actor)
    case 'comment.added':
      return `${actor} commented on ${entityWords[event.data.subject.entity]} “${event.data.subject.name}”.`
    case 'checkin.added':
      return ofCheckIn(event.data, actor)
    case 'structure.changed':
      return ofStructure(event.data, actor)
  }
}
