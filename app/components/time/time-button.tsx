'use client'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useHasTime, useTime } from '../../../lib/client/network/provider.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { openTimeAction } from './actions.ts'

/** Opens the bar of time, on the views that have it. */
export function TimeButton() {
  const hasTime = useHasTime()
  const { asked } = useTime()
  if (!hasTime) return null
  return (
    <IconButton label="Go through time" keys="h" aria-pressed={asked !== null} onClick={() => runAction(openTimeAction.id)}>
      <Icon name="clock" />
    </IconButton>
  )
}
