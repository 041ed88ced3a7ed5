'use client'
import { useMemo } from 'react'
import { useMeasuresOfThen } from '../../../../lib/client/measure/use-measures.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { usePast } from '../../../../lib/client/network/use-past.ts'
import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import { figureFrom } from '../../../../lib/domain/measure/figure/figures.ts'
import { type FigureResults, type Looked, look } from '../../../../lib/domain/measure/figure/looked.ts'
import { sinceSentence } from '../../../../lib/domain/measure/figure/since.ts'
import type { Sentence } from '../../../../lib/domain/plan/sentence.ts'
import { walkBefore } from '../../../../lib/domain/ritual/walk/actions.ts'
import { sinceDay } from '../../../../lib/domain/ritual/walk/base.ts'
import type { ThemeProps } from './theme-props.ts'

type Was = (now: Figure, idThen: (then: Looked) => string | null) => Sentence | null

const nothing: Was = () => null

/**
 * What a number was at the last walk: asked for and measured once the numbers of now are there. Nothing where there was no walk, where the
 * network of then cannot be read, and while the past is looked at.
 */
export function useLastWalk({ looked, state }: ThemeProps): Was {
  const { snapshot, isPast, today } = useNetwork()
  const { chosen } = looked
  const walk = useMemo(() => walkBefore(snapshot, null), [snapshot])
  const read = usePast(state.step === 'done' && !isPast ? (walk?.revision ?? null) : null)
  const before = read.step === 'open' ? read.past.snapshot : null
  const then = useMeasuresOfThen(before, chosen)
  const day = sinceDay(snapshot, walk, today)
  return useMemo((): Was => {
    if (!before || then.step !== 'done') return nothing
    const results: FigureResults = Object.fromEntries(Object.entries(then.known).map(([key, { value }]) => [key, value]))
    const lookedThen = look({ snapshot: before, chosen, today: day }, results)
    return (now, idThen) => {
      const id = idThen(lookedThen)
      const figure = id === null ? null : figureFrom(lookedThen, id)
      return figure && sinceSentence({ figure: now, looked }, { figure, looked: lookedThen, day }, today)
    }
  }, [before, then, chosen, looked, day, today])
}
