import { useEffect, useEffectEvent } from 'react'

/** What a phase goes through by itself, such as its nodes: each says whether it had a further step to take. */
export type Steps = { readonly next: () => boolean; readonly back: () => boolean }

const known: Steps[] = []

/** Lets → and ← go through a phase before they leave it. */
export function useSteps({ next, back }: Steps): void {
  const goOn = useEffectEvent(next)
  const goBack = useEffectEvent(back)
  useEffect(() => {
    const own: Steps = { next: () => goOn(), back: () => goBack() }
    known.push(own)
    return () => void known.splice(known.indexOf(own), 1)
  }, [])
}

/** Takes one step inside of the phase that is shown; says whether there was one. */
export function step(direction: keyof Steps): boolean {
  return known.at(-1)?.[direction]() ?? false
}
