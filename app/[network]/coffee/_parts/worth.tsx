'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { limitOf } from '../../../../lib/domain/checks/settings.ts'
import { mutualValue, type Worth } from '../../../../lib/domain/ritual/check/mutual-value.ts'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './coffee.module.css'

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

type Props = { readonly worth: Worth; readonly us: string; readonly them: string }

/** What both make alone and together, and whether each gains enough. */
export function WorthView({ worth, us, them }: Props) {
  const usual = limitOf(useNetwork().snapshot, 'mutualValue')
  const [least, setLeast] = useState(String(usual))
  const threshold = Number(least.replace(',', '.'))
  const value = mutualValue(worth, Number.isFinite(threshold) && least.trim() !== '' ? threshold : usual)
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
        <b>{verdictWords[value.verdict]}</b> {sentence(worth, value.surplus, { us, them, gain: amounts.format(value.gainEach) })}
      </p>
      <TextField
        label="Each should gain at least"
        inputMode="decimal"
        className={styles['least']}
        value={least}
        onChange={(event) => setLeast(event.currentTarget.value)}
      />
    </div>
  )
}

const verdictWords = { worth: 'Worth it.', little: 'It gains little.', none: 'Better apart.' } as const

function sentence({ together }: Worth, surplus: number, { us, them, gain }: { us: string; them: string; gain: string }): string {
  if (surplus <= 0) return `Together you make ${amounts.format(together)}, no more than both alone.`
  return `Together you make ${amounts.format(surplus)} more than alone: ${gain} for ${us}, ${gain} for ${them}.`
}
