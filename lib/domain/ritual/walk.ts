import type { Assessment, DependencyAssessment, KeyResultAssessment } from '../okr/assessment.ts'
import type { NeedGraph } from '../plan/graph.ts'
import { downstreamOf } from '../plan/reach.ts'
import { type Move, pointsFallen, progressGained } from './moves.ts'

/** The parts of a walk, in the order in which a meeting takes them. */
export const walkSections = ['changed', 'promises', 'disagreements', 'blocked', 'late', 'fell', 'stale', 'wins'] as const
export type WalkSection = (typeof walkSections)[number]

/** How much lies behind a subject: key results that wait for it, and the areas that they are in. */
export type Behind = { readonly keyResults: number; readonly areas: number }

export type WalkStop = {
  readonly section: WalkSection
  readonly keyResultId: string
  /** the promise in question; null where the stop is about the key result itself */
  readonly dependencyId: string | null
  readonly nodeId: string | null
  readonly areaId: string | null
  readonly behind: Behind
  readonly move: Move | null
}

export type Walk = {
  /** by section, each in the order of the walk; a key result stops once, in the first section that it fits (`changed` apart) */
  readonly sections: Readonly<Record<WalkSection, readonly WalkStop[]>>
  /** the stops that call for a word: all sections but `changed` and `wins` */
  readonly stops: readonly WalkStop[]
  /** key results of the cycle that call for none */
  readonly asExpected: number
}

export type WalkInput = {
  readonly assessment: Assessment
  readonly graph: NeedGraph
  readonly moves: ReadonlyMap<string, Move>
}

type Compiler = WalkInput & { readonly behind: Map<string, Behind> }

function behindOf({ graph, assessment, behind }: Compiler, keyResultId: string): Behind {
  const known = behind.get(keyResultId)
  if (known) return known
  const waiting = downstreamOf(graph, keyResultId)
  const areas = new Set(Array.from(waiting.keys(), (id) => assessment.keyResults.get(id)?.areaId ?? null))
  const counted = { keyResults: waiting.size, areas: areas.size }
  behind.set(keyResultId, counted)
  return counted
}

function stopAt(compiler: Compiler, section: WalkSection, keyResult: KeyResultAssessment, dependencyId: string | null = null): WalkStop {
  const { id, nodeId, areaId } = keyResult
  return { section, keyResultId: id, dependencyId, nodeId, areaId, behind: behindOf(compiler, id), move: compiler.moves.get(id) ?? null }
}

/** Most waited for first: key results, then areas behind; a tie keeps the order of the document. */
function byReach(a: WalkStop, b: WalkStop): number {
  return b.behind.keyResults - a.behind.keyResults || b.behind.areas - a.behind.areas
}

/** Broken or late: revoked, declined, a promise past its day, or an ask past the day on which it was needed. */
function isBroken({ condition }: DependencyAssessment): boolean {
  return condition === 'revoked' || condition === 'declined' || condition === 'late' || condition === 'overdue'
}

function promiseStops(compiler: Compiler, ofCycle: ReadonlyMap<string, KeyResultAssessment>): WalkStop[] {
  const stops: WalkStop[] = []
  for (const need of compiler.assessment.dependencies.values()) {
    const consumer = ofCycle.get(need.consumerKeyResultId)
    if (consumer && !consumer.isDone && isBroken(need)) stops.push(stopAt(compiler, 'promises', consumer, need.id))
  }
  return stops.sort(byReach)
}

const fits: Record<'disagreements' | 'blocked' | 'late' | 'fell' | 'stale', (keyResult: KeyResultAssessment, move: Move | undefined) => boolean> = {
  disagreements: ({ disagrees }) => disagrees,
  blocked: ({ display }) => display === 'blocked',
  late: ({ display }) => display === 'late',
  fell: ({ isDone }, move) => !isDone && move !== undefined && pointsFallen(move) >= 2,
  stale: ({ isDone, derived }) => !isDone && derived.includes('stale'),
}

/** The best rise of each area, if anything rose. */
function winStops(compiler: Compiler, ofCycle: ReadonlyMap<string, KeyResultAssessment>): WalkStop[] {
  const best = new Map<string | null, { readonly keyResult: KeyResultAssessment; readonly gain: number }>()
  for (const keyResult of ofCycle.values()) {
    const move = compiler.moves.get(keyResult.id)
    const gain = move ? progressGained(move) : 0
    if (gain > (best.get(keyResult.areaId)?.gain ?? 0)) best.set(keyResult.areaId, { keyResult, gain })
  }
  return Array.from(best.values(), ({ keyResult }) => stopAt(compiler, 'wins', keyResult))
}

/**
 * Compiles the weekly walk: what changed; broken and late promises; what its owner calls on track and the network does not;
 * what else is blocked or late; what lost two points of confidence or more; what nobody has spoken of; one win for each area.
 * Within a section the stop with most behind it comes first.
 *
 * @param input the assessment of the day, its graph, and what moved since the last walk
 * Cost O(stops · (key results + needs)). Spec: ST83-ST88.
 */
export function compileWalk(input: WalkInput): Walk {
  const compiler: Compiler = { ...input, behind: new Map() }
  const { cycleId, keyResults } = input.assessment
  const ofCycle = new Map([...keyResults].filter(([, keyResult]) => cycleId === null || keyResult.cycleId === cycleId))
  const promises = promiseStops(compiler, ofCycle)
  const spoken = new Set(promises.map(({ keyResultId }) => keyResultId))
  const take = (section: keyof typeof fits): WalkStop[] => {
    const found = [...ofCycle.values()].filter((each) => !spoken.has(each.id) && fits[section](each, input.moves.get(each.id)))
    for (const { id } of found) spoken.add(id)
    return found.map((each) => stopAt(compiler, section, each)).sort(byReach)
  }
  const changed = [...ofCycle.values()].filter(({ id }) => input.moves.has(id)).map((each) => stopAt(compiler, 'changed', each))
  const called = {
    promises,
    disagreements: take('disagreements'),
    blocked: take('blocked'),
    late: take('late'),
    fell: take('fell'),
    stale: take('stale'),
  }
  return {
    sections: { changed, ...called, wins: winStops(compiler, ofCycle) },
    stops: Object.values(called).flat(),
    asExpected: ofCycle.size - spoken.size,
  }
}
