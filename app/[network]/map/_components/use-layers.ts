'use client'

import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { Shown } from '../../../../lib/domain/measure/figure/figure.ts'

export const needChoices = ['none', 'troubled', 'all'] as const
export type NeedChoice = (typeof needChoices)[number]

type Layer = 'exchanges' | 'every'

export type Layers = {
  readonly exchanges: boolean
  /** which needs are drawn; those of what is looked at are drawn in any case but `none` */
  readonly needs: NeedChoice
  /** also the exchanges that a large map leaves out */
  readonly every: boolean
  readonly toggle: (layer: Layer) => void
  readonly setNeeds: (choice: NeedChoice) => void
}

const parsers = { exchanges: parseAsBoolean, needs: parseAsStringLiteral(needChoices), every: parseAsBoolean.withDefault(false) }

/**
 * Which lines the map draws, as the address says: exchanges and the needs in trouble; a network without exchanges shows all needs. What a
 * figure is about is drawn in any case.
 */
export function useLayers(hasExchanges: boolean, shown: Shown | null): Layers {
  const [asked, setAsked] = useQueryStates(parsers, { history: 'replace', shallow: true, scroll: false })
  const exchanges = asked.exchanges ?? hasExchanges
  const needs = asked.needs ?? (hasExchanges ? 'troubled' : 'all')
  const { every } = asked
  const drawn = {
    exchanges: exchanges || (shown !== null && shown.exchangeIds.length > 0),
    needs: needs === 'none' && shown !== null && shown.dependencyIds.length > 0 ? 'troubled' : needs,
    every: every || (shown !== null && shown.exchangeIds.length + shown.dependencyIds.length > 0),
  } as const
  const toggle = useCallback(
    (layer: Layer) => void setAsked(layer === 'exchanges' ? { exchanges: !exchanges } : { every: every ? null : true }),
    [exchanges, every, setAsked],
  )
  const setNeeds = useCallback((choice: NeedChoice) => void setAsked({ needs: choice }), [setAsked])
  return useMemo(
    () => ({ exchanges: drawn.exchanges, needs: drawn.needs, every: drawn.every, toggle, setNeeds }),
    [drawn.exchanges, drawn.needs, drawn.every, toggle, setNeeds],
  )
}
