'use client'
import { parseAsString, useQueryState } from 'nuqs'
import { observable, useObservable } from '../../../lib/client/observable.ts'
import type { Shown } from '../../../lib/domain/measure/figure/figure.ts'

/** What is lit up, as far as it is known: written by the strip, which is loaded when an address asks for a figure. */
export const litUp = observable<{ readonly figureId: string; readonly shown: Shown } | null>(null)

/** The figure that the address asks to be shown on a drawing. */
export function useShowing() {
  const [figureId, setFigureId] = useQueryState('show', parseAsString)
  const lit = useObservable(litUp)
  return {
    figureId,
    /** what of the network is lit up; null where all is drawn alike, and until it is known */
    shown: figureId !== null && lit?.figureId === figureId ? lit.shown : null,
    end: () => void setFigureId(null),
  }
}
