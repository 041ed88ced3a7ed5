'use client'
import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import type { PlanPhase } from '../../../../lib/domain/vocabulary.ts'

type View = ComponentType<{ readonly ritual: Ritual }>

const loading = () => <p role="status">Opening …</p>

/** Each phase is fetched when a browser comes to it. */
export const phaseViews: Readonly<Record<PlanPhase, View>> = {
  lobby: dynamic(() => import('../_phases/lobby/lobby-phase.tsx').then(({ LobbyPhase }) => LobbyPhase), { loading }),
  context: dynamic(() => import('../_phases/context/context-phase.tsx').then(({ ContextPhase }) => ContextPhase), { loading }),
  lookBack: dynamic(() => import('../_phases/look-back/look-back-phase.tsx').then(({ LookBackPhase }) => LookBackPhase), { loading }),
  draft: dynamic(() => import('../_phases/draft/draft-phase.tsx').then(({ DraftPhase }) => DraftPhase), { loading }),
  market: dynamic(() => import('../_phases/market/market-phase.tsx').then(({ MarketPhase }) => MarketPhase), { loading }),
  fit: dynamic(() => import('../_phases/fit/fit-phase.tsx').then(({ FitPhase }) => FitPhase), { loading }),
  readOut: dynamic(() => import('../_phases/read-out/read-out-phase.tsx').then(({ ReadOutPhase }) => ReadOutPhase), { loading }),
  vote: dynamic(() => import('../_phases/vote/vote-phase.tsx').then(({ VotePhase }) => VotePhase), { loading }),
  commit: dynamic(() => import('../_phases/commit/commit-phase.tsx').then(({ CommitPhase }) => CommitPhase), { loading }),
}
