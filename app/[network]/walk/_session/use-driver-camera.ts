'use client'
import { useMemo } from 'react'
import { useObservable } from '../../../../lib/client/observable.ts'
import { present, type SharedCamera } from '../../../../lib/client/presence/state.ts'
import { readViewPath } from '../../../../lib/client/presence/view-path.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { latestFirst } from '../../../../lib/domain/time.ts'

/** Where the driver of a walk has moved the drawing by hand; null where nobody has, or nobody is followed. */
export function useDriverCamera({ facilitatorId }: Ritual, isFollowing: boolean): SharedCamera | null {
  const people = useObservable(present)
  return useMemo(() => {
    if (!isFollowing) return null
    const windows = people.filter(
      ({ personId, view, camera }) => personId === facilitatorId && camera !== null && readViewPath(view).screen === 'walk',
    )
    return windows.toSorted(latestFirst)[0]?.camera ?? null
  }, [people, facilitatorId, isFollowing])
}
