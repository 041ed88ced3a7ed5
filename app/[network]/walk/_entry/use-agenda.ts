'use client'
import { useMemo } from 'react'
import { changedDayUpTo } from '../../../../lib/client/network/days.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useDays } from '../../../../lib/client/network/use-days.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { lossesIfMissed } from '../../../../lib/domain/measure/figure/losses.ts'
import { walkBefore } from '../../../../lib/domain/ritual/walk/actions.ts'
import { type Agenda, compileAgenda } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { useFigures } from '../../../components/figure/use-figures.ts'
import { useMoments } from '../_session/use-moment.ts'

export type KnownAgenda = {
  /** null while the network of the last walk is on its way, or what the goal loses is measured */
  readonly agenda: Agenda | null
  readonly previous: Ritual | null
  /** the revision that what changed is measured from; null where check-ins of the last week tell it */
  readonly baseRevision: number | null
  readonly step: 'known' | 'loading' | 'failed'
  readonly again: () => void
}

const usualDays = 7

/** The agenda of the walk that could begin now: compared with the last walk, else with the network of a week ago. */
export function useAgenda(): KnownAgenda {
  const { snapshot, assessment, slug, today } = useNetwork()
  const previous = useMemo(() => walkBefore(snapshot, null), [snapshot])
  const days = useDays(slug, today, previous === null)
  const weekAgo = days.days ? (changedDayUpTo(days.days.days, addDays(today, -usualDays))?.revision ?? null) : null
  const baseRevision = previous ? previous.revision : weekAgo
  const moments = useMoments([baseRevision])
  const moment = moments.at(baseRevision)
  const before = moment?.step === 'open' ? moment.snapshot : null
  const { looked, state } = useFigures()
  const isMeasured = looked.numbers !== null || state.step === 'done' || state.step === 'failed'
  const losses = useMemo(() => lossesIfMissed(looked), [looked])
  const isKnown = isMeasured && (baseRevision === null ? previous !== null || days.days !== null : before !== null)
  const agenda = useMemo(
    () => (isKnown ? compileAgenda(snapshot, before, assessment, { previous, losses }) : null),
    [isKnown, snapshot, before, assessment, previous, losses],
  )
  const hasFailed = moment?.step === 'failed' || days.error !== null
  const again = () => {
    moments.again()
    days.retry()
  }
  return { agenda, previous, baseRevision, step: isKnown ? 'known' : hasFailed ? 'failed' : 'loading', again }
}
