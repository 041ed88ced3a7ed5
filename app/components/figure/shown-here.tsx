'use client'
import dynamic from 'next/dynamic'
import { useShowing } from './showing.ts'

const ShowStrip = dynamic(() => import('./show-strip.tsx').then(({ ShowStrip: loaded }) => loaded))

/** The strip above a drawing, loaded only where the address asks for a figure. */
export function ShownHere() {
  const { figureId } = useShowing()
  return figureId === null ? null : <ShowStrip figureId={figureId} />
}
