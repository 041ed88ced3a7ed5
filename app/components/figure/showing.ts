'use client'
import { parseAsString, useQueryState } from 'nuqs'
import { observable, useObservable } from '../../../lib/client/observable.ts'
import type { Shown } from '../../../lib/domain/measure/figure/figure.ts'

/** What is lit up, as far as it is known: written by the strip that is loaded when an address asks for a figure or for the findings. */
export const litUp = observable<{ readonly what: 'figure' | 'finding'; readonly shown: Shown } | null>(null)

/** The figure that the address asks to be shown on a drawing, or that findings are walked on it, and what of the network is lit up. */
export function useShowing() {
  const [figureId, setFigureId] = useQueryState('show', parseAsString)
  const [findingId] = useQueryState('finding', parseAsString)
  const lit = useObservable(litUp)
  const isAsked = lit?.what === 'finding' ? findingId !== null : figureId !== null
  return {
    figureId,
    isWalked: findingId !== null,
    /** null where all is drawn alike, and until it is known */
    shown: lit && isAsked ? lit.shown : null,
    end: () => void setFigureId(null),
  }
}
