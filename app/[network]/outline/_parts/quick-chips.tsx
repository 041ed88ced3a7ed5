'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { readLine } from '../../../../lib/client/quick-line.ts'
import { Chip } from '../../../components/ui/chip.tsx'
import styles from './outline.module.css'

/** What was understood of a line, while it is typed. */
export function QuickChips({ text }: { readonly text: string }) {
  const { today } = useNetwork()
  const { chips } = readLine(text, today)
  return (
    <span className={styles['chips']} role="status" aria-label="Understood">
      {chips.map((chip) => (
        <Chip key={chip.text} tone={chip.isDoubtful ? 'warning' : 'accent'}>
          {chip.text}
        </Chip>
      ))}
    </span>
  )
}
