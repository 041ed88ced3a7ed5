'use client'

import { parseAsArrayOf, parseAsStringLiteral, useQueryState } from 'nuqs'
import { useCallback, useMemo } from 'react'

const layerNames = ['exchanges', 'needs', 'all'] as const
export type Layer = (typeof layerNames)[number]

export type Layers = { readonly exchanges: boolean; readonly needs: boolean; readonly all: boolean; readonly toggle: (layer: Layer) => void }

/** Which lines the map draws, as the address says. A network without exchanges shows its needs. */
export function useLayers(hasExchanges: boolean): Layers {
  const [asked, setAsked] = useQueryState('show', parseAsArrayOf(parseAsStringLiteral(layerNames)))
  const shown: readonly Layer[] = useMemo(() => asked ?? (hasExchanges ? ['exchanges'] : ['needs']), [asked, hasExchanges])
  const toggle = useCallback(
    (layer: Layer) => void setAsked(shown.includes(layer) ? shown.filter((each) => each !== layer) : [...shown, layer]),
    [shown, setAsked],
  )
  return useMemo(
    () => ({ exchanges: shown.includes('exchanges'), needs: shown.includes('needs'), all: shown.includes('all'), toggle }),
    [shown, toggle],
  )
}
