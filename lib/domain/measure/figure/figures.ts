import { find } from '../../snapshot.ts'
import { flowFigure } from './area-flow.ts'
import { chainFigure } from './chain.ts'
import { chanceFigure, goalKeyResultIds } from './chance.ts'
import { contributions, shareFigure } from './contribution.ts'
import type { Figure } from './figure.ts'
import { helpFigure, slipFigure, swings } from './importance.ts'
import { calibrationFigure, capacityFigure, reliabilityFigure } from './load.ts'
import { type FigureInput, type FigureResults, type Looked, look } from './looked.ts'
import { loopFigure, loopIds } from './loop.ts'
import { neededFigure } from './needed.ts'
import { missingFigure, promisedFigure } from './promised.ts'
import { ringFigure, ringsWithCuts } from './rings.ts'
import { linksFigure, robustFigure } from './shape.ts'
import { coverageFigure, sidesFigure } from './sides.ts'
import { gapFigure, informalFigure, leansFigure, loopsFigure, starfishFigure, unusedFigure } from './value.ts'

export type { FigureInput, FigureResults } from './looked.ts'

/** Of help and slips so many are listed, the widest; any other one is asked for by its id. */
const swingsListed = 12

const singles: Readonly<Record<string, (looked: Looked) => Figure | null>> = {
  promised: promisedFigure,
  chain: chainFigure,
  calibration: calibrationFigure,
  coverage: coverageFigure,
  informal: informalFigure,
  links: linksFigure,
  robust: robustFigure,
  starfish: starfishFigure,
  unused: unusedFigure,
}

const ofRecords: Readonly<Record<string, (looked: Looked, id: string) => Figure | null>> = {
  chance: chanceFigure,
  help: helpFigure,
  slip: slipFigure,
  needed: neededFigure,
  ring: ringFigure,
  share: shareFigure,
  capacity: capacityFigure,
  reliability: reliabilityFigure,
  missing: missingFigure,
  leans: leansFigure,
  loops: loopsFigure,
  loop: loopFigure,
  gap: gapFigure,
  flow: flowFigure,
  sides: sidesFigure,
}

/** The same of what was read once already: for a screen that asks for many. Cost O(key results + needs). Spec: IN1. */
export function figureFrom(looked: Looked, id: string): Figure | null {
  const at = id.indexOf(':')
  if (at < 0) return Object.hasOwn(singles, id) ? (singles[id]?.(looked) ?? null) : null
  const kind = id.slice(0, at)
  return Object.hasOwn(ofRecords, kind) ? (ofRecords[kind]?.(looked, id.slice(at + 1)) ?? null) : null
}

function listedIds(looked: Looked): string[] {
  const { snapshot, results } = looked
  const wide = swings(looked).slice(0, swingsListed)
  const network = results.valueNetwork
  const known = (values: Readonly<Record<string, number | null>> = {}) => Object.keys(values).filter((id) => (values[id] ?? null) !== null)
  const focal = network?.valueLoops?.focal ?? null
  return [
    'promised',
    ...goalKeyResultIds(looked).map((id) => `chance:${id}`),
    ...wide.flatMap(({ keyResultId }) => [`help:${keyResultId}`, `slip:${keyResultId}`]),
    ...ringsWithCuts(looked).map(({ id }) => `ring:${id}`),
    'chain',
    ...contributions(looked).map(({ nodeId }) => `share:${nodeId}`),
    ...looked.loads().map(({ nodeId }) => `capacity:${nodeId}`),
    ...looked.kept().map(({ nodeId }) => `reliability:${nodeId}`),
    'calibration',
    ...(results.promises?.needsWithoutExchange ?? []).map((id) => `missing:${id}`),
    'starfish',
    'links',
    'robust',
    ...known(network?.flowLossIfRemoved).map((id) => `leans:${id}`),
    ...(focal !== null && find(snapshot, 'node', focal) ? [`loops:${focal}`, ...loopIds(looked)] : []),
    'informal',
    ...known(network?.perceptionGap).map((id) => `gap:${id}`),
    'unused',
    'coverage',
  ]
}

/**
 * Every number that a screen shows of a network, each with its name, its sentence, its count, how it is worked out and what it is about; of
 * those of key results the ones of the goals and the widest.
 *
 * @param results what is measured already; what is missing has no figure
 * Cost O(figures · (key results + needs)). Spec: IN1.
 */
export function figuresOf(input: FigureInput, results: FigureResults): readonly Figure[] {
  const looked = look(input, results)
  return listedIds(looked).flatMap((id) => figureFrom(looked, id) ?? [])
}

/** The figure with this id, also of key results that `figuresOf` does not list; null where there is none, as of a record that is gone. Cost O(key results + needs). Spec: IN1. */
export function figureOf(input: FigureInput, results: FigureResults, id: string): Figure | null {
  return figureFrom(look(input, results), id)
}
