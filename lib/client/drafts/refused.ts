import type { CommandCall } from '../../domain/command/call.ts'
import { type EntityName, entityNames } from '../../domain/ids.ts'
import type { FieldPlace } from '../presence/state.ts'
import type { Draft, DraftShelf } from './shelf.ts'

/** Where a text is typed that is no field of its record yet: under which record, and which field of the form. */
const homes: { readonly [name: string]: readonly [parent: EntityName, field: string, text: string, form: string] } = {
  'objective.create': ['node', 'nodeId', 'title', 'create.objective'],
  'keyResult.create': ['objective', 'objectiveId', 'title', 'create.kr'],
  'node.create': ['area', 'areaId', 'name', 'create.node'],
  'dependency.create': ['keyResult', 'consumerKeyResultId', 'what', 'ask'],
  'checkIn.create': ['keyResult', 'keyResultId', 'note', 'checkIn.note'],
  'exchangeCheck.create': ['exchange', 'exchangeId', 'note', 'look'],
  'proposal.decide': ['proposal', 'id', 'decision', 'decide'],
}

type Typed = { readonly place: FieldPlace; readonly text: string }

function textAt(input: object, field: string): string | null {
  const value: unknown = Reflect.get(input, field)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function createdText(name: string, input: object): Typed[] {
  const [entity, field, source, form] = homes[name] ?? []
  const id = field ? textAt(input, field) : null
  const text = source ? textAt(input, source) : null
  return entity && id && text && form ? [{ place: { entity, id, field: form }, text }] : []
}

function commentText(input: object): Typed[] {
  const subject = entityNames.find((each) => each === textAt(input, 'subject'))
  const [id, text] = [textAt(input, 'subjectId'), textAt(input, 'text')]
  return subject && id && text ? [{ place: { entity: subject, id, field: 'comment' }, text }] : []
}

function updatedTexts(name: string, input: object): Typed[] {
  const entity = entityNames.find((each) => name === `${each}.update`)
  const id = textAt(input, 'id')
  const set: unknown = Reflect.get(input, 'set')
  if (!entity || !id || typeof set !== 'object' || set === null) return []
  return Object.keys(set).flatMap((field) => {
    const text = textAt(set, field)
    return text === null || field.endsWith('Id') ? [] : [{ place: { entity, id, field }, text }]
  })
}

/** The texts that a person typed into an edit that the server refused: each is offered again where it was typed. */
export function textsOf(calls: readonly CommandCall[], at: string): readonly Draft[] {
  const typed = calls.flatMap(({ name, input }) => {
    if (typeof input !== 'object' || input === null) return []
    if (name === 'comment.create') return commentText(input)
    return [...updatedTexts(name, input), ...createdText(name, input)]
  })
  return typed.map(({ place, text }) => ({ place, text, at, isRefused: true }))
}

/** Keeps what was typed for an edit that was refused; says how many texts that are. */
export function keepTexts(drafts: DraftShelf, calls: readonly CommandCall[], at: string): number {
  const typed = textsOf(calls, at)
  for (const draft of typed) drafts.keep(draft)
  return typed.length
}

/** Lets go of them: the person has decided which text stands. */
export function dropTexts(drafts: DraftShelf, calls: readonly CommandCall[]): void {
  for (const { place, text } of textsOf(calls, '')) {
    const kept = drafts.at(place)
    if (kept?.isRefused && kept.text === text) drafts.drop(place)
  }
}
