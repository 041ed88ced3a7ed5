'use client'

import { useEffect, useMemo, useRef, useState } from 'react'

/** A layout in a worker: takes what to draw, gives a scene. */
export type LayoutJob<I, S> = {
  /** for drawings so small that a worker would only be slower */
  readonly here: (input: I, previous: S | null) => S
  readonly elsewhere: (input: I, previous: S | null) => { readonly scene: Promise<S>; readonly stop: () => void }
  readonly isSmall: (input: I) => boolean
}

/** The scene of an input: at once where it is small, else as soon as the worker has it; until then the one before stays. */
export function useScene<I, S>(input: I, job: LayoutJob<I, S>): { readonly scene: S | null; readonly isWorking: boolean } {
  const previous = useRef<S | null>(null)
  const isSmall = job.isSmall(input)
  const near = useMemo(() => (isSmall ? job.here(input, previous.current) : null), [input, isSmall, job])
  const [far, setFar] = useState<{ readonly input: I; readonly scene: S } | null>(null)

  useEffect(() => {
    if (near) previous.current = near
  }, [near])
  useEffect(() => {
    if (isSmall) return
    const work = job.elsewhere(input, previous.current)
    void work.scene.then((scene) => {
      previous.current = scene
      setFar({ input, scene })
    })
    return work.stop
  }, [input, isSmall, job])

  if (near) return { scene: near, isWorking: false }
  return { scene: far?.scene ?? previous.current, isWorking: far?.input !== input }
}
