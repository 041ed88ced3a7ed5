import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import { promiseClass } from '../../../../lib/domain/okr/promise-class.ts'
import { find, listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { keyResultsOf } from '../../../components/needs/suppliers.ts'
import type { PickerOption } from '../../../components/ui/picker.tsx'

/** What can be supposed: a kind of edit, and what it is about. */
export type Way = 'confidence' | 'due' | 'promise' | 'drop' | 'second' | 'add' | 'node' | 'team' | 'person'

type WayFacts = { readonly label: string; readonly hint: string; readonly about: 'kr' | 'need' | 'node' | 'team' | 'person'; readonly ask: string }

const factsByWay: Readonly<Record<Way, WayFacts>> = {
  confidence: { label: 'A key result’s own part is certain, missed, or less likely', hint: 'confidence', about: 'kr', ask: 'Which key result?' },
  due: { label: 'A key result is due on another day', hint: 'date', about: 'kr', ask: 'Which key result?' },
  promise: { label: 'A promise comes on another day', hint: 'date', about: 'need', ask: 'Which need?' },
  drop: { label: 'A need is dropped', hint: 'need', about: 'need', ask: 'Which need?' },
  second: { label: 'A need has a second supplier: either will do', hint: 'need', about: 'need', ask: 'Which need?' },
  add: { label: 'A key result needs something more', hint: 'need', about: 'kr', ask: 'Which key result?' },
  node: { label: 'A node is not there', hint: 'lose a leg', about: 'node', ask: 'Which node?' },
  team: { label: 'A team is not there', hint: 'lose a leg', about: 'team', ask: 'Which team?' },
  person: { label: 'A person is not there', hint: 'lose a leg', about: 'person', ask: 'Which person?' },
}

const ways = ['confidence', 'due', 'promise', 'drop', 'second', 'add', 'node', 'team', 'person'] as const satisfies readonly Way[]

export function wayFacts(way: Way): WayFacts {
  return factsByWay[way]
}

/** The record that something is to be supposed about, as the address names it: `kr:ID`, `need:ID`. */
export type About = { readonly kind: 'kr' | 'need'; readonly id: string }

export function aboutIn(text: string | null): About | null {
  const [, kind, id] = /^(kr|need):(.+)$/.exec(text ?? '') ?? []
  return (kind === 'kr' || kind === 'need') && id !== undefined ? { kind, id } : null
}

/** Somebody can only be taken out of what is there. */
function isThere({ tables }: Snapshot, way: Way): boolean {
  return (way !== 'node' && way !== 'team' && way !== 'person') || tables[way].size > 0
}

/** The ways to suppose something: all that there is somebody for, or those that speak of a record. */
export function wayOptions(snapshot: Snapshot, about: About | null): readonly PickerOption[] {
  return ways
    .filter((way) => (about === null ? isThere(snapshot, way) : factsByWay[way].about === about.kind))
    .map((way) => ({ id: way, label: factsByWay[way].label, hint: factsByWay[way].hint }))
}

export function wayIn(id: string): Way | null {
  return ways.find((way) => way === id) ?? null
}

function needOptions(snapshot: Snapshot, assessment: Assessment, cycleId: string | null): PickerOption[] {
  return listOf(snapshot, 'dependency').flatMap(({ id, what, state, consumerKeyResultId, supplierKeyResultId, supplierNodeId }) => {
    const consumer = find(snapshot, 'keyResult', consumerKeyResultId)
    const isOther = cycleId !== null && assessment.keyResults.get(consumerKeyResultId)?.cycleId !== cycleId
    if (promiseClass(state) === 'ended' || !consumer || isOther) return []
    const giver = find(snapshot, 'keyResult', supplierKeyResultId)?.title ?? find(snapshot, 'node', supplierNodeId)?.name ?? ''
    return [{ id, label: what === '' ? giver : what, hint: `${giver} → ${consumer.title}` }]
  })
}

/** What a way can be about, in document order. */
export function subjectOptions(snapshot: Snapshot, assessment: Assessment, way: Way, cycleId: string | null): readonly PickerOption[] {
  const { about } = factsByWay[way]
  if (about === 'kr') return keyResultsOf(snapshot, assessment, cycleId).map((option) => ({ ...option, id: option.id.slice('kr:'.length) }))
  if (about === 'need') return needOptions(snapshot, assessment, cycleId)
  return listOf(snapshot, about).map((record) => ({
    id: record.id,
    label: record.name,
    hint: 'areaId' in record ? (find(snapshot, 'area', record.areaId)?.name ?? '') : '',
  }))
}

/** The way of an edit and what it is about, to change it. */
export function wayOf(edit: WhatIfEdit): { readonly way: Way; readonly subjectId: string } {
  switch (edit.kind) {
    case 'confidence':
    case 'due':
      return { way: edit.kind, subjectId: edit.keyResultId }
    case 'promise':
    case 'drop':
    case 'second':
      return { way: edit.kind, subjectId: edit.dependencyId }
    case 'add':
      return { way: 'add', subjectId: edit.consumerKeyResultId }
    case 'without':
      return { way: edit.entity, subjectId: edit.id }
  }
}
