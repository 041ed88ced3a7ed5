import type { ThemeProps } from '../../_parts/theme-props.ts'
import { Calibration } from './calibration.tsx'
import { Loads } from './loads.tsx'
import { Shares } from './shares.tsx'

/** What rests on each node: its part of the goal, what is asked of it, what came, and how right people were in the end. Never about people. */
export function Contribution(theme: ThemeProps) {
  return (
    <>
      <Shares {...theme} />
      <Loads {...theme} />
      <Calibration {...theme} />
    </>
  )
}
