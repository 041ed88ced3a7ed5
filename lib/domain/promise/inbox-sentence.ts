import type { Dependency, KeyResult, Terms } from '../entity.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import { agoText, dayText, dueText } from './day-words.ts'
import { nodesOfPromise } from './stand.ts'
import type { Waiting } from './waiting.ts'

/** The day, and how long somebody has waited. */
export type Since = { readonly today: string; readonly ageDays: number | null }

type Names = { readonly what: string; readonly consumer: string; readonly supplier: string }

function namesOf(snapshot: Snapshot, dependency: Dependency): Names {
  const { consumer, supplier } = nodesOfPromise(snapshot, dependency)
  const name = (id: string | null, fallback: string) => find(snapshot, 'node', id)?.name ?? fallback
  return { what: `“${nameOf(dependency)}”`, consumer: name(consumer, 'Somebody'), supplier: name(supplier, 'Somebody') }
}

/** “ – asked 6 days ago by Ana”, or as much of it as is known. */
function since(snapshot: Snapshot, verb: string, { since: move }: Waiting, { ageDays }: Since): string {
  const person = find(snapshot, 'person', move?.personId ?? null)
  if (ageDays === null) return ''
  return ` – ${verb} ${agoText(ageDays)}${person ? ` by ${person.name}` : ''}`
}

function dated(word: string, day: string | null, today: string): string {
  return day === null ? '' : ` ${word} ${dayText(day, today)}`
}

/** Terms in a few words: “by 20 Mar, “Two quotes”, known by “signed””. Cost O(1). */
export function termsText(terms: Pick<Terms, 'on' | 'what' | 'condition'> | null, today: string): string {
  if (!terms) return 'other terms'
  const { on, what, condition } = terms
  const parts = [on && `by ${dayText(on, today)}`, what && `“${what}”`, condition && `known by “${condition}”`].filter(Boolean)
  return parts.length === 0 ? 'other terms' : parts.join(', ')
}

function answerSentence(snapshot: Snapshot, dependency: Dependency, waiting: Waiting, age: Since): string {
  const { what, consumer, supplier } = namesOf(snapshot, dependency)
  const { neededOn, promisedOn, answerBy } = dependency
  if (waiting.side === 'consumer') {
    const tail = since(snapshot, 'offered', waiting, age)
    return `${supplier} offers you ${what}${dated('for', promisedOn ?? neededOn, age.today)}${tail}`
  }
  const need = `${consumer} needs ${what} from you${dated('by', neededOn, age.today)}`
  return answerBy === null ? `${need}${since(snapshot, 'asked', waiting, age)}` : `${need} – you will answer by ${dayText(answerBy, age.today)}`
}

/**
 * What waits for an answer, in one sentence to the person who gives it: “Onboarding needs “SSO live” from you by 12 Mar – asked 6 days
 * ago by Ana”.
 *
 * Cost O(1). Spec: PR76.
 */
export function waitingSentence(snapshot: Snapshot, dependency: Dependency, waiting: Waiting, age: Since): string {
  const { what, consumer, supplier } = namesOf(snapshot, dependency)
  const other = waiting.side === 'consumer' ? supplier : consumer
  switch (waiting.kind) {
    case 'answer':
      return answerSentence(snapshot, dependency, waiting, age)
    case 'counter':
      return `${other} counters on ${what}: ${termsText(dependency.terms, age.today)}${since(snapshot, 'countered', waiting, age)}`
    case 'proposal':
      return `${other} proposes to change ${what}: ${termsText(dependency.terms, age.today)}${since(snapshot, 'proposed', waiting, age)}`
    case 'delivery':
      return `${other} delivered ${what} to you${since(snapshot, 'delivered', waiting, age)}`
    case 'refused': {
      const reason = waiting.since?.reason ? `: ${waiting.since.reason}` : ''
      return `${other} ${dependency.state} ${what}${reason} – ask again, or give it up`
    }
  }
}

/** A promise that is due, in one sentence to the person who keeps it. Cost O(1). Spec: PR76. */
export function deliverSentence(snapshot: Snapshot, dependency: Dependency, today: string, dueInDays: number): string {
  const { what, consumer } = namesOf(snapshot, dependency)
  const day = dependency.promisedOn ?? dependency.neededOn
  return `You promised ${consumer} ${what}${dated('for', day, today)} – ${dueInDays < 0 ? '' : 'due '}${dueText(dueInDays)}`
}

/** A promise that who takes it has already, in one sentence to the person who keeps it. Cost O(1). Spec: PR76. */
export function receivedSentence(snapshot: Snapshot, dependency: Dependency): string {
  const { what, consumer } = namesOf(snapshot, dependency)
  return `${consumer} says that it has ${what} – say that it is delivered`
}

/** A check-in that is due, in one sentence to the person who makes it. Cost O(1). Spec: PR76. */
export function checkInSentence({ title }: Pick<KeyResult, 'title'>, daysSince: number | null): string {
  const last = daysSince === null ? 'there is none yet' : `the last one was ${agoText(daysSince)}`
  return `“${title}” waits for a check-in – ${last}`
}
