import type { Page } from '@playwright/test'
import type { DocumentRecord, WeftDocument } from '../../lib/domain/format/document.ts'
import { drawNetwork } from '../../lib/domain/template/sketch.ts'
import { valueNetworkExchanges, valueNetworkNodes } from '../../lib/domain/template/value-network.ts'
import { addDays, dayIn } from '../../lib/domain/time.ts'
import { type Command, commit } from './made-past.ts'

const timeZone = 'Europe/Berlin'

type Sketch = { readonly node: keyof typeof valueNetworkNodes; readonly title: string; readonly confidence: number; readonly silentDays?: number }

const keyResults: Readonly<Record<string, Sketch>> = {
  signed: { node: 'new-clients', title: 'Hospital groups under contract', confidence: 0.5 },
  reply: { node: 'existing-clients', title: 'Hours until a client has an answer at night', confidence: 0.6 },
  carriers: { node: 'partnerships', title: 'Carriers with our label in their booking form', confidence: 0.5 },
  stories: { node: 'awareness', title: 'Stories told together with a carrier', confidence: 0.6 },
  wording: { node: 'identity', title: 'Words for the guide are agreed', confidence: 0.6 },
  rituals: { node: 'culture', title: 'Teams that look back every second week', confidence: 0.6, silentDays: 15 },
  hires: { node: 'talent', title: 'Audit specialists who have started', confidence: 0.6, silentDays: 12 },
  sandbox: { node: 'products', title: 'Interfaces that a carrier can try alone', confidence: 0.6 },
  guide: { node: 'services', title: 'Pharmacies that have the guide', confidence: 0.5 },
  course: { node: 'capabilities', title: 'Colleagues who have passed the data course', confidence: 0.6, silentDays: 20 },
  alerts: { node: 'delivery', title: 'Sites with live alerts', confidence: 0.5 },
  invoices: { node: 'finance', title: 'Days until an invoice is paid', confidence: 0.6, silentDays: 10 },
  stream: { node: 'platform', title: 'Events a second that keep their order', confidence: 0.6 },
  pay: { node: 'people-ops', title: 'Contracts that are ready on the first day', confidence: 0.6 },
}

type Need = { readonly giver: string; readonly taker: string; readonly what: string; readonly isOnlyAsked?: true }

const needs: Readonly<Record<string, Need>> = {
  words: { giver: 'wording', taker: 'guide', what: 'Final words for the cover', isOnlyAsked: true },
  trial: { giver: 'sandbox', taker: 'carriers', what: 'A sandbox for carriers' },
  events: { giver: 'stream', taker: 'alerts', what: 'Events in their order' },
  live: { giver: 'alerts', taker: 'reply', what: 'Alerts for the night shift' },
  contracts: { giver: 'reply', taker: 'signed', what: 'Answers in an hour, to show' },
  joint: { giver: 'carriers', taker: 'stories', what: 'A carrier who tells it' },
  people: { giver: 'hires', taker: 'course', what: 'Two who can teach audits' },
}

/** What the walk of this week stops at, worked out by hand from the sketch above and from what happened since last week. */
export const goldenStops: readonly string[] = [
  'Platform & tools promised “Events in their order” and took it back. 3 key results in 2 areas wait.',
  'Products promised “A sandbox for carriers” and took it back. 2 key results in 2 areas wait.',
  'Identity declined “Final words for the cover”, which “Pharmacies that have the guide” needs. 1 key result in 1 area waits.',
  '“Hours until a client has an answer at night” is said to be on track, 8 of 10, and is blocked: “Sites with live alerts” is blocked itself, because “Events in their order” from “Events a second that keep their order” was promised and revoked. 1 key result in 1 area waits.',
  '“Stories told together with a carrier” is said to be on track, 9 of 10, and is blocked: “Carriers with our label in their booking form” is blocked itself, because “A sandbox for carriers” from “Interfaces that a carrier can try alone” was promised and revoked.',
  'Nobody has checked in on “Audit specialists who have started” for 12 days. 1 key result in 1 area waits.',
  'Nobody has checked in on “Teams that look back every second week” for 15 days.',
  'Nobody has checked in on “Colleagues who have passed the data course” for 20 days.',
  'Nobody has checked in on “Days until an invoice is paid” for 10 days.',
]

/** A sentence without the day that it names, which moves with the calendar. */
export function withoutDay(sentence: string): string {
  return sentence.replace(/” by \d{1,2} \p{L}+( \d{4})? and/u, '” and')
}

function keyResultRecords(): Pick<WeftDocument, 'objectives' | 'keyResults'> {
  const all = Object.entries(keyResults)
  return {
    objectives: all.map(([id, { node, title }]) => ({ id: `obj_${id}`, nodeId: `node_${node}`, cycleId: 'cycle_now', title: `${title}: enough` })),
    keyResults: all.map(([id, { title, confidence }]) => ({
      id: `kr_${id}`,
      objectiveId: `obj_${id}`,
      title,
      metric: { kind: 'increase', baseline: 0, target: 100, current: 40 },
      confidence,
    })),
  }
}

function checkInRecords(today: string): DocumentRecord<'checkIn'>[] {
  return Object.entries(keyResults).map(([id, { confidence, silentDays = 1 }]) => ({
    ...{ id: `check_${id}`, keyResultId: `kr_${id}`, at: `${addDays(today, -silentDays)}T09:00:00Z` },
    ...{ value: 40, confidence, note: 'As it was in the week before.' },
  }))
}

function needRecords(today: string): DocumentRecord<'dependency'>[] {
  return Object.entries(needs).map(([id, { giver, taker, what, isOnlyAsked }]) => ({
    ...{ id: `need_${id}`, supplierKeyResultId: `kr_${giver}`, consumerKeyResultId: `kr_${taker}`, what, strength: 1 },
    neededOn: addDays(today, 12),
    ...(isOnlyAsked ? { state: 'requested', answerBy: addDays(today, 5) } : { state: 'promised', promisedOn: addDays(today, 10) }),
  }))
}

function weekBefore(today: string): WeftDocument {
  return {
    format: 'weft/1',
    network: { id: 'net_clinics', name: 'Bright Clinics', timeZone },
    ...drawNetwork(valueNetworkNodes, valueNetworkExchanges),
    people: [{ id: 'person_zanele', name: 'Zanele Dlamini' }],
    cycles: [{ id: 'cycle_now', name: 'This quarter', startsOn: addDays(today, -60), endsOn: addDays(today, 30), phase: 'active' }],
    ...keyResultRecords(),
    dependencies: needRecords(today),
    checkIns: checkInRecords(today),
  }
}

/** A closed walk with two actions that are late. */
export async function walkLast(page: Page, network: string, ownerId: string): Promise<void> {
  const action = (id: string, text: string): Command => ({
    name: 'ritualItem.create',
    input: { id: `item_${id}`, ritualId: 'rit_last', kind: 'action', text, ownerId, dueOn: '2026-01-09' },
  })
  const mark = { id: 'mark_last', name: 'walk of last week', kind: 'walk' }
  await commit(page, network, [{ name: 'ritual.open', input: { id: 'rit_last', kind: 'walk' } }])
  await commit(page, network, [action('a', 'Ask the carrier for a date'), action('b', 'Book the room')])
  await commit(page, network, [{ name: 'ritual.close', input: { id: 'rit_last', attendeeIds: [], mark } }])
}

/** Since then three promises broke, two owners said that all is well with what waits for them, and two key results rose. */
async function passWeek(page: Page, network: string): Promise<void> {
  const move = (need: string, name: 'revoke' | 'decline'): Command => ({
    name: 'promise.move',
    input: { id: `need_${need}`, moveId: `move_${need}`, move: name, reason: 'The people for it are ill until the new year.' },
  })
  const report = (id: string, value: number, confidence: number): Command => ({
    name: 'checkIn.create',
    input: { id: `check_${id}_since`, keyResultId: `kr_${id}`, value, confidence },
  })
  await commit(page, network, [move('events', 'revoke'), move('trial', 'revoke'), move('words', 'decline')])
  await commit(page, network, [report('reply', 40, 0.8), report('stories', 40, 0.9), report('signed', 55, 0.5), report('pay', 62, 0.6)])
}

/**
 * A network with its walk of last week, and of this week three broken promises, two key results that are said to be on track and are not,
 * and four of which nobody has spoken: nine stops, and nothing else.
 */
export async function makeWalkWeek(page: Page): Promise<string> {
  const answer = await page.request.post('/api/v1/import', { data: weekBefore(dayIn(timeZone, new Date().toISOString())) })
  if (!answer.ok()) throw new Error(`the network was not imported: ${answer.status()} ${await answer.text()}`)
  const { item } = await answer.json()
  const network = `/${item.slug ?? item.id}`
  await walkLast(page, network, 'person_zanele')
  await passWeek(page, network)
  return network
}
