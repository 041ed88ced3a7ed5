import { usePathname } from 'next/navigation'
import { useCan } from '../../../lib/client/who.ts'
import { isShareable } from './user-actions.ts'

/** Whether who uses this browser may make a link to the view on the screen. */
export function useMayShare(): boolean {
  const path = usePathname()
  return useCan('manage') && isShareable(path)
}
