import type { Basis } from '../chance/unknown.ts'
import { counted } from './said.ts'

/** Needs of which nobody can say how likely they are met, or how long that takes: “2 needs are on nodes that have no key result for them”. Cost O(1). Spec: OR23, OR24. */
export function onNodesWords(needs: number): string {
  return needs === 1 ? '1 need is on a node that has no key result for it' : `${needs} needs are on nodes that have no key result for them`
}

/** The same as a part of a count: “1 need on a node without a key result for it”. Cost O(1). Spec: IN5, IN9. */
export function needsOnNodes(needs: number): string {
  return needs === 1 ? '1 need on a node without a key result for it' : `${needs} needs on nodes without a key result for them`
}

/**
 * Why a chance is not known: “nobody has said how likely 2 results are, and 1 need is on a node that has no key result for it”. Empty where
 * it is.
 *
 * Cost O(1). Spec: OR24.
 */
export function whyUnknown({ silent, onNodes }: Pick<Basis, 'silent' | 'onNodes'>): string {
  const own = silent === 0 ? [] : [`nobody has said how likely ${counted(silent, 'result')} ${silent === 1 ? 'is' : 'are'}`]
  const asked = onNodes === 0 ? [] : [onNodesWords(onNodes)]
  return [...own, ...asked].join(', and ')
}

/** What a chance rests on: “rests on 3 results and 1 need on a node without a key result for it, 2 without a confidence”. Cost O(1). Spec: IN5. */
export function restsOn({ results, silent, onNodes }: Basis): string {
  const needs = onNodes === 0 ? '' : ` and ${needsOnNodes(onNodes)}`
  const without = silent === 0 ? '' : onNodes === 0 ? `, ${silent} without a confidence` : `, ${counted(silent, 'result')} without a confidence`
  return `rests on ${counted(results, 'result')}${needs}${without}`
}
