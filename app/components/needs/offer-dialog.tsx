'use client'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import type { OfferDraft } from '../graph/connect-prompts.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'
import styles from './ask-dialog.module.css'
import { idIn, needCall, proposedDay } from './need-call.ts'
import { PromiseFields, usePromiseDraft } from './promise-fields.tsx'
import { takersFor } from './suppliers.ts'

type Props = { readonly draft: OfferDraft; readonly close: () => void }

/** What a node or key result offers to a key result of another node: the same as asking, from the other side. */
export function OfferDialog({ draft, close }: Props) {
  const { snapshot, assessment } = useNetwork()
  const [taker, setTaker] = useState<string | null>(null)
  const nodeId = draft.supplierNodeId ?? assessment.keyResults.get(draft.supplierKeyResultId ?? '')?.nodeId ?? null
  const options = useMemo(() => takersFor(snapshot, assessment, nodeId), [snapshot, assessment, nodeId])
  const name = find(snapshot, 'keyResult', draft.supplierKeyResultId ?? null)?.title ?? find(snapshot, 'node', nodeId)?.name ?? ''
  const chosen = options.find(({ id }) => id === taker)
  return (
    <Dialog open size="small" title={`“${name}” gives…`} onClose={close}>
      {chosen ? (
        <OfferForm key={chosen.id} draft={draft} taker={chosen} clearTaker={() => setTaker(null)} close={close} />
      ) : (
        <div className={styles['form']}>
          <Picker
            label="To whom?"
            placeholder="A key result of another node"
            isFocused
            options={options}
            onChoose={setTaker}
            onCancel={close}
            emptyText={options.length === 0 ? 'No other node has a key result in this cycle.' : 'There is no key result by that name.'}
          />
        </div>
      )}
    </Dialog>
  )
}

type FormProps = Props & { readonly taker: { readonly id: string; readonly label: string; readonly hint?: string }; readonly clearTaker: () => void }

function OfferForm({ draft, taker, clearTaker, close }: FormProps) {
  const { assessment, today } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const keyResultId = idIn(taker.id, 'kr') ?? ''
  const fields = usePromiseDraft(proposedDay(assessment.keyResults.get(keyResultId)?.dueOn ?? null, today))
  const whatField = useRef<HTMLInputElement>(null)
  useEffect(() => whatField.current?.focus(), [])
  const offer = (event: FormEvent) => {
    event.preventDefault()
    if (fields.isMisread) return
    const supplier = draft.supplierKeyResultId ? `kr:${draft.supplierKeyResultId}` : `node:${draft.supplierNodeId ?? ''}`
    const { what, day: on } = fields
    const made = needCall({ keyResultId, supplier, what, on, condition: fields.draft.condition.trim(), state: 'offered' })
    close()
    void mutate([made.call], { toast: `Offered to ${taker.hint ?? taker.label}` })
    select('need', made.id)
  }
  return (
    <form className={styles['form']} onSubmit={offer}>
      <p className={styles['who']}>
        to
        <Chip tone="accent" onRemove={clearTaker} removeLabel="Choose another key result">
          {taker.label}
        </Chip>
        <span className={styles['hint']}>{taker.hint}</span>
      </p>
      <PromiseFields
        of={fields}
        whatRef={whatField}
        whatLabel="What do you offer?"
        whatPlaceholder="Such as “a status page for the field crew”"
        whenLabel="Ready by when?"
        proposal="two weeks before their date"
      />
      <div className={styles['foot']}>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" tone="primary">
          Offer
        </Button>
      </div>
    </form>
  )
}
