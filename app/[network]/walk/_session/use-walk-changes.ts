'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { walkBefore } from '../../../../lib/domain/ritual/walk/actions.ts'
import { changesSince, type WalkChanges } from '../../../../lib/domain/ritual/walk/changes.ts'
import { useMoments } from './use-moment.ts'

export type KnownChanges = {
  /** null while the network of then is on its way */
  readonly changes: WalkChanges | null
  readonly isFirst: boolean
  readonly step: 'known' | 'loading' | 'failed'
  readonly again: () => void
}

/** What is different from the last walk, as this network shows it. */
export function useWalkChanges(ritual: Ritual): KnownChanges {
  const { snapshot, assessment } = useNetwork()
  const moments = useMoments([ritual.baseRevision])
  const before = moments.at(ritual.baseRevision)
  const previous = walkBefore(snapshot, ritual)
  const then = before?.step === 'open' ? before.snapshot : null
  const isKnown = ritual.baseRevision === null || then !== null
  const changes = useMemo(
    () => (isKnown ? changesSince(snapshot, assessment, { before: then, previous }) : null),
    [isKnown, snapshot, then, assessment, previous],
  )
  const step = isKnown ? 'known' : before?.step === 'failed' ? 'failed' : 'loading'
  return { changes, isFirst: previous === null, step, again: moments.again }
}
