import type { ThemeProps } from '../../_parts/theme-props.ts'
import { Chain } from './chain.tsx'
import { Forecasts } from './forecasts.tsx'
import { Loops } from './loops.tsx'
import { Tornado } from './tornado.tsx'

/** What may keep the goals from being met: how likely they are, what moves that, who waits in circles, and whether there is time. */
export function Risk(theme: ThemeProps) {
  return (
    <>
      <Forecasts {...theme} />
      <Tornado {...theme} />
      <Loops {...theme} />
      <Chain {...theme} />
    </>
  )
}
