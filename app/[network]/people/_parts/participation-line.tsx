'use client'
import { useState } from 'react'
import { EditsRecord } from '../../../../lib/client/may-edit.tsx'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Participation } from '../../../../lib/domain/entity.ts'
import { tiers } from '../../../../lib/domain/vocabulary.ts'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Select, TextField } from '../../../components/ui/field.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import styles from './participation-line.module.css'
import { tierWords, timeInWords } from './people-words.ts'

type Props = { readonly participation: Participation; readonly name: string; readonly children: React.ReactNode; readonly showsTier?: boolean }

/** One participation: who or where, since when, and a press to change or end it. */
export function ParticipationLine(props: Props) {
  return (
    <EditsRecord entity="participation" record={props.participation}>
      <Line {...props} />
    </EditsRecord>
  )
}

function Line({ participation, name, children, showsTier = false }: Props) {
  const { today } = useNetwork()
  const refusal = useRefusal()
  const [isOpen, setOpen] = useState(false)
  const time = timeInWords(participation, today)
  const words = [showsTier ? tierWords[participation.tier] : '', time].filter((part) => part !== '').join(' · ')
  return (
    <li className={styles['line']}>
      <span className={styles['who']}>
        {children}
        {words !== '' && <small>{words}</small>}
      </span>
      {refusal === null && (
        <IconButton size="small" label={`Change how ${name} takes part`} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name="more" size={14} />
        </IconButton>
      )}
      {isOpen && <Editor participation={participation} name={name} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Editor({ participation, name, onClose }: { readonly participation: Participation; readonly name: string; readonly onClose: () => void }) {
  const { today } = useNetwork()
  const mutate = useMutate()
  const { id, tier, from, until } = participation
  const [lastDay, setLastDay] = useState(until ?? today)
  const set = (change: Partial<Pick<Participation, 'tier' | 'from' | 'until'>>, toast?: string) =>
    void mutate([call('participation.update', { id, set: change })], toast ? { toast } : {})
  const end = () => {
    set({ until: lastDay }, `${name}: the last day is ${lastDay}`)
    onClose()
  }
  return (
    <form
      className={styles['editor']}
      aria-label={`How ${name} takes part`}
      onSubmit={(event) => {
        event.preventDefault()
        end()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Select
        label="Tier"
        value={tier}
        options={tiers.map((each) => ({ value: each, label: tierWords[each] }))}
        onChoose={(chosen) => {
          const next = tiers.find((each) => each === chosen)
          if (next) set({ tier: next })
        }}
      />
      <TextField
        label="First day"
        type="date"
        defaultValue={from ?? ''}
        onBlur={(event) => event.currentTarget.value !== (from ?? '') && set({ from: event.currentTarget.value || null })}
      />
      <TextField label="Last day" type="date" value={lastDay} onChange={(event) => setLastDay(event.currentTarget.value)} />
      <div className={styles['editorButtons']}>
        <Button type="submit" size="small" tone="primary" disabled={lastDay === '' || lastDay === until}>
          End on this day
        </Button>
        {until !== null && (
          <Button size="small" onClick={() => set({ until: null })}>
            Open end
          </Button>
        )}
        <Button
          size="small"
          tone="quiet"
          onClick={() => void mutate([call('participation.delete', { id })], { toast: `${name} never took part: removed` })}
        >
          Was a mistake, remove
        </Button>
      </div>
    </form>
  )
}
