'use client'
import { parseAsString, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { type Measuring, useMeasures } from '../../../lib/client/measure/use-measures.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { goalKeyResultId, goalsInReach } from '../../../lib/domain/measure/chance/goal.ts'
import type { Figure } from '../../../lib/domain/measure/figure/figure.ts'
import { figureFrom } from '../../../lib/domain/measure/figure/figures.ts'
import { type FigureResults, type Looked, look } from '../../../lib/domain/measure/figure/looked.ts'
import type { Chosen } from '../../../lib/domain/measure/report/chosen.ts'
import { placeOfKeyResult } from '../../../lib/domain/okr/place.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** The numbers of the network on the screen, each as soon as it is known. */
export type Figures = Measuring & {
  readonly looked: Looked
  /** the figure with this id; null until it is known, and where there is none */
  readonly figure: (id: string) => Figure | null
}

/** The key result of the goal with this id, or the key result itself; null where neither is there. */
function goalOf(snapshot: Snapshot, asked: string | null): string | null {
  const isThere = asked !== null && (find(snapshot, 'goal', asked) ?? find(snapshot, 'keyResult', asked)) !== undefined
  return isThere ? goalKeyResultId(snapshot, asked) : null
}

/** What numbers are about: the goal of the address, else the first goal that the cycle reaches; and the node whose loops are told. */
function useChosen(focal: string | null, ofCycle: string | null): Chosen {
  const { snapshot, cycle } = useNetwork()
  const cycleId = ofCycle ?? cycle?.id ?? null
  const [asked] = useQueryState('goal', parseAsString)
  return useMemo(() => {
    const goalId = goalOf(snapshot, asked) ?? goalsInReach(snapshot, needGraph(snapshot, cycleId), cycleId)[0] ?? null
    const isNode = find(snapshot, 'node', focal) !== undefined
    return { goalId, focalNodeId: isNode ? focal : placeOfKeyResult(snapshot, goalId).nodeId, cycleId }
  }, [snapshot, cycleId, asked, focal])
}

/**
 * The numbers of the network on the screen, measured in a worker.
 *
 * @param focal the node whose loops are told; by default that of the goal
 * @param ofCycle a session is about a cycle of its own; by default the one in view
 */
export function useFigures(focal: string | null = null, ofCycle: string | null = null): Figures {
  const { snapshot, today } = useNetwork()
  const { goalId, focalNodeId, cycleId } = useChosen(focal, ofCycle)
  const chosen = useMemo(() => ({ goalId, focalNodeId, cycleId }), [goalId, focalNodeId, cycleId])
  const measuring = useMeasures(snapshot, chosen)
  const { state } = measuring
  const looked = useMemo(() => {
    const results: FigureResults = Object.fromEntries(Object.entries(state.known).map(([key, { value }]) => [key, value]))
    return look({ snapshot, chosen, today }, results)
  }, [snapshot, chosen, today, state.known])
  const figure = useMemo(() => {
    const known = new Map<string, Figure | null>()
    return (id: string) => {
      const before = known.get(id)
      if (before !== undefined) return before
      const found = figureFrom(looked, id)
      known.set(id, found)
      return found
    }
  }, [looked])
  return useMemo(() => ({ ...measuring, looked, figure }), [measuring, looked, figure])
}
