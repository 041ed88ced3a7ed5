import { useEffect } from 'react'
import { drawing } from '../../../lib/client/presence/state.ts'
import type { ZoomHandle } from './use-zoom.ts'

/** Lets others see the part of the drawing that this window shows, and this window go where theirs is. */
export function useSharedDrawing({ centre, lookAt }: ZoomHandle): void {
  useEffect(() => {
    const shared = { where: centre, lookAt }
    drawing.set(shared)
    return () => {
      if (drawing.get() === shared) drawing.set(null)
    }
  }, [centre, lookAt])
}
