import type { Dependency } from '../../../../lib/domain/entity.ts'
import { assertNever } from '../../../../lib/domain/error.ts'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { promiseClass } from '../../../../lib/domain/okr/promise-class.ts'
import { keyResultPart, nodePart, type SentencePart, words } from '../../../../lib/domain/plan/sentence.ts'
import { find, referring, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../components/graph/words.ts'

/** A piece of a sentence that may name a need as well. */
export type EditPart = SentencePart | { readonly kind: 'dependency'; readonly id: string; readonly text: string }

type Told = { readonly snapshot: Snapshot; readonly today: string }

function needPart({ id, what }: Pick<Dependency, 'id' | 'what'>): EditPart {
  return { kind: 'dependency', id, text: what === '' ? 'The need' : `“${what}”` }
}

function supplierPart(snapshot: Snapshot, supplier: Pick<Dependency, 'supplierKeyResultId' | 'supplierNodeId'>): SentencePart {
  return supplier.supplierKeyResultId === null
    ? nodePart(snapshot, supplier.supplierNodeId ?? '')
    : keyResultPart(snapshot, supplier.supplierKeyResultId)
}

function instead(before: string | null): string {
  return before === null ? '' : ` instead of ${before}`
}

/** Whether it waits for anything: its own part is then not all of it. */
function needsSomething(snapshot: Snapshot, keyResultId: string): boolean {
  return referring(snapshot, 'dependency', 'consumerKeyResultId', keyResultId).some(({ state }) => promiseClass(state) !== 'ended')
}

function confidenceSentence({ snapshot }: Told, { keyResultId, confidence }: Extract<WhatIfEdit, { kind: 'confidence' }>): EditPart[] {
  const name = keyResultPart(snapshot, keyResultId)
  const was = find(snapshot, 'keyResult', keyResultId)?.confidence ?? null
  if (confidence === 1) return [name, words(needsSomething(snapshot, keyResultId) ? ' is certain if all that it needs comes.' : ' is certain.')]
  if (confidence === 0) return [name, words(' is missed.')]
  const before = was === null ? null : String(confidenceInTen(was))
  return [words('Confidence in '), name, words(` is ${confidenceInTen(confidence)} of 10${instead(before)}.`)]
}

function dueSentence({ snapshot, today }: Told, { keyResultId, dueOn }: Extract<WhatIfEdit, { kind: 'due' }>): EditPart[] {
  const was = find(snapshot, 'keyResult', keyResultId)?.dueOn ?? null
  const before = was === null ? null : shortDay(was, today)
  return [keyResultPart(snapshot, keyResultId), words(` is due on ${shortDay(dueOn, today)}${instead(before)}.`)]
}

const noNeed = 'A need that is not here is otherwise.'

function promiseSentence({ snapshot, today }: Told, { dependencyId, promisedOn, neededOn }: Extract<WhatIfEdit, { kind: 'promise' }>): EditPart[] {
  const need = find(snapshot, 'dependency', dependencyId)
  if (!need) return [words(noNeed)]
  const said = (verb: string, day: string, was: string | null) =>
    `${verb} ${shortDay(day, today)}${instead(was === null ? null : shortDay(was, today))}`
  const parts = [
    ...(promisedOn === null ? [] : [said('promised for', promisedOn, need.promisedOn)]),
    ...(neededOn === null ? [] : [said('needed on', neededOn, need.neededOn)]),
  ]
  return [needPart(need), words(' for '), keyResultPart(snapshot, need.consumerKeyResultId), words(` is ${parts.join(' and ')}.`)]
}

function dropSentence({ snapshot }: Told, dependencyId: string): EditPart[] {
  const need = find(snapshot, 'dependency', dependencyId)
  if (!need) return [words(noNeed)]
  const [consumer, supplier] = [keyResultPart(snapshot, need.consumerKeyResultId), supplierPart(snapshot, need)]
  return [needPart(need), words(' of '), supplier, words(' for '), consumer, words(' is dropped.')]
}

function addSentence({ snapshot }: Told, edit: Extract<WhatIfEdit, { kind: 'add' }>): EditPart[] {
  const what = edit.what === '' ? 'something' : `“${edit.what}”`
  const verb = edit.strength === 1 ? 'cannot do without' : 'also leans on'
  return [keyResultPart(snapshot, edit.consumerKeyResultId), words(` ${verb} ${what} of `), supplierPart(snapshot, edit), words('.')]
}

function secondSentence({ snapshot }: Told, { dependencyId, supplierKeyResultId }: Extract<WhatIfEdit, { kind: 'second' }>): EditPart[] {
  const need = find(snapshot, 'dependency', dependencyId)
  if (!need) return [words(noNeed)]
  const [consumer, supplier] = [keyResultPart(snapshot, need.consumerKeyResultId), supplierPart(snapshot, need)]
  const second = keyResultPart(snapshot, supplierKeyResultId)
  return [needPart(need), words(' for '), consumer, words(' comes of '), supplier, words(' or of '), second, words(': either will do.')]
}

function withoutSentence({ snapshot }: Told, { entity, id }: Extract<WhatIfEdit, { kind: 'without' }>): EditPart[] {
  if (entity === 'node') return [nodePart(snapshot, id), words(' is not there.')]
  const text = find(snapshot, entity, id)?.name ?? `a ${entity} that is not here`
  return [{ kind: entity, id, text }, words(' is not there for the work.')]
}

/** What an edit supposes, in one sentence that names what it is about. Cost O(1). Spec: WI5. */
export function editSentence(told: Told, edit: WhatIfEdit): readonly EditPart[] {
  switch (edit.kind) {
    case 'confidence':
      return confidenceSentence(told, edit)
    case 'due':
      return dueSentence(told, edit)
    case 'promise':
      return promiseSentence(told, edit)
    case 'drop':
      return dropSentence(told, edit.dependencyId)
    case 'add':
      return addSentence(told, edit)
    case 'second':
      return secondSentence(told, edit)
    case 'without':
      return withoutSentence(told, edit)
    default:
      return assertNever(edit)
  }
}
