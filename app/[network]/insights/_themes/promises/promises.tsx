import type { ThemeProps } from '../../_parts/theme-props.ts'
import { Kept } from './kept.tsx'
import { Missing } from './missing.tsx'
import { OpenNeeds } from './open-needs.tsx'
import { States } from './states.tsx'

/** What is promised, what waits, what has no relationship under it, and what came of what was asked. */
export function Promises(theme: ThemeProps) {
  return (
    <>
      <States {...theme} />
      <OpenNeeds {...theme} />
      <Missing {...theme} />
      <Kept {...theme} />
    </>
  )
}
