'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { limitOf } from '../../../../lib/domain/checks/settings.ts'
import { amountsIn } from '../../../../lib/domain/quick-add/quantity.ts'
import { type MutualValue, mutualValue, type Range, type Worth } from '../../../../lib/domain/ritual/check/mutual-value.ts'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './coffee.module.css'

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

type Props = { readonly worth: Worth; readonly us: string; readonly them: string }

/** A number that was typed; something else than one of at least 0 is the usual one. */
function typed(text: string, usual: number): number {
  const [value, ...rest] = amountsIn(text)
  return value !== undefined && rest.length === 0 && value >= 0 ? value : usual
}

/** What both make alone and together, and whether each gains enough. */
export function WorthView({ worth, us, them }: Props) {
  const usual = limitOf(useNetwork().snapshot, 'mutualValue')
  const [least, setLeast] = useState(String(usual))
  const [off, setOff] = useState('0')
  const giveOrTake = typed(off, 0)
  const value = mutualValue(worth, { threshold: typed(least, usual), giveOrTake })
  const most = Math.max(worth.together, worth.ours + worth.theirs, 1)
  const rows = [
    { name: 'Alone', parts: [worth.ours, worth.theirs] },
    { name: 'Together', parts: [value.oursTogether, value.theirsTogether] },
  ]
  return (
    <div className={styles['worth']}>
      <div className={styles['bars']} aria-hidden="true">
        {rows.map(({ name, parts: [ours = 0, theirs = 0] }) => (
          <div key={name}>
            <span>{name}</span>
            <i data-side="us" style={{ width: `${(Math.max(0, ours) / most) * 70}%` }}>
              {amounts.format(ours)}
            </i>
            <i data-side="them" style={{ width: `${(Math.max(0, theirs) / most) * 70}%` }}>
              {amounts.format(theirs)}
            </i>
          </div>
        ))}
      </div>
      <p role="status" data-verdict={value.verdict}>
        <b>{verdictWords[value.verdict]}</b> {sentence(worth, value, { us, them })}
      </p>
      <div className={styles['asked']}>
        <TextField
          label="Each should gain at least"
          inputMode="decimal"
          className={styles['least']}
          value={least}
          onChange={(event) => setLeast(event.currentTarget.value)}
        />
        <TextField
          label="Each number, give or take"
          inputMode="decimal"
          className={styles['least']}
          value={off}
          onChange={(event) => setOff(event.currentTarget.value)}
        />
      </div>
    </div>
  )
}

const verdictWords = { worth: 'Worth it.', open: 'It may be worth it.', little: 'It gains little.', none: 'Better apart.' } as const

function span({ least, most }: Range): string {
  return least === most ? amounts.format(least) : `between ${amounts.format(least)} and ${amounts.format(most)}`
}

function sentence({ together }: Worth, { surplusRange, gainRange, verdict }: MutualValue, { us, them }: Pick<Props, 'us' | 'them'>): string {
  if (verdict === 'none') return `Together you make ${amounts.format(together)}, no more than both alone.`
  const gain = span(gainRange)
  return `Together you make ${span(surplusRange)} more than alone: ${gain} for ${us}, ${gain} for ${them}.`
}
