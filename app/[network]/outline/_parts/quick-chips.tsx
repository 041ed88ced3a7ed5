'use client'
import { healthChips } from '../../../../lib/client/health-line.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { chipsOf, useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { parseQuickAdd } from '../../../../lib/domain/quick-add/quick-add.ts'
import { Chip } from '../../../components/ui/chip.tsx'
import styles from './entry-rows.module.css'

/** What was understood of a line, while it is typed. */
export function QuickChips({ kind, text }: { readonly kind: 'kr' | 'health'; readonly text: string }) {
  const { snapshot } = useNetwork()
  const context = useQuickAddContext()
  const chips = kind === 'health' ? healthChips(snapshot, text) : chipsOf(snapshot, parseQuickAdd(text, context))
  return (
    <span className={styles['chips']} role="status" aria-label="Understood">
      {chips.map(({ key, text: said, isDoubtful }) => (
        <Chip key={key} tone={isDoubtful ? 'warning' : 'accent'}>
          {said}
        </Chip>
      ))}
    </span>
  )
}
