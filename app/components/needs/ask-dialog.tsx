'use client'
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import type { NeedDraft } from '../graph/connect-prompts.ts'
import { DraftOffer } from '../presence/field-notes.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Combobox } from '../ui/combobox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Picker } from '../ui/picker.tsx'
import { AnswersFor } from './answers-for.tsx'
import styles from './ask-dialog.module.css'
import { idIn, needCall, proposedDay } from './need-call.ts'
import { NothingToNeed } from './nothing-to-need.tsx'
import { PromiseFields, StrengthChoice, usePromiseDraft } from './promise-fields.tsx'
import { keyResultsOf, suppliersFor } from './suppliers.ts'

type Props = { readonly draft: NeedDraft; readonly close: () => void }

/** The key results that may ask: the one given, else those of the node given, else all of the cycle. */
function useAskers(draft: NeedDraft) {
  const { snapshot, assessment, cycle } = useNetwork()
  const [chosen, setChosen] = useState<string | null>(null)
  const all = keyResultsOf(snapshot, assessment, cycle?.id ?? null)
  const nodeOf = (choice: string) => assessment.keyResults.get(idIn(choice, 'kr') ?? '')?.nodeId
  const options = draft.consumerNodeId ? all.filter(({ id }) => nodeOf(id) === draft.consumerNodeId) : all
  const fallback = draft.consumerKeyResultId ? `kr:${draft.consumerKeyResultId}` : options[0]?.id
  return { askers: options, asker: idIn(chosen ?? fallback ?? null, 'kr'), setAsker: setChosen }
}

/** Whom a key result needs, what, by when, and how we know. Enter asks with what there is: five key presses with the proposals. */
export function AskDialog({ draft, close }: Props) {
  const { snapshot } = useNetwork()
  const { askers, asker, setAsker } = useAskers(draft)
  if (asker === null) return <NothingToNeed nodeId={draft.consumerNodeId ?? null} close={close} />
  const title = find(snapshot, 'keyResult', asker)?.title ?? ''
  return (
    <Dialog open size="small" title={`“${title}” needs…`} onClose={close}>
      <AskForm key={asker} asker={asker} draft={draft} close={close}>
        {!draft.consumerKeyResultId && askers.length > 1 && (
          <div className={styles['choice']}>
            <span>Which key result needs it?</span>
            <Combobox label="Key result that needs" value={`kr:${asker}`} options={askers} onChange={setAsker} />
          </div>
        )}
      </AskForm>
    </Dialog>
  )
}

function givenSupplier({ supplierKeyResultId, supplierNodeId }: NeedDraft): string | null {
  if (supplierKeyResultId) return `kr:${supplierKeyResultId}`
  return supplierNodeId ? `node:${supplierNodeId}` : null
}

type FormProps = Props & { readonly asker: string; readonly children: ReactNode }

function AskForm({ asker, draft, close, children }: FormProps) {
  const { snapshot, assessment, today } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const options = useMemo(() => suppliersFor(snapshot, assessment, asker), [snapshot, assessment, asker])
  const [supplier, setSupplier] = useState(() => givenSupplier(draft))
  const fields = usePromiseDraft(proposedDay(assessment.keyResults.get(asker)?.dueOn ?? null, today))
  const place = useMemo(() => ({ entity: 'keyResult', id: asker, field: 'ask' }) as const, [asker])
  const kept = useKeptDraft(place)
  useTellEditing(place, true)
  const { text: typed, condition: typedCondition } = fields.draft
  const isTyped = typed.trim() !== ''
  const { keep } = kept
  useEffect(() => {
    if (isTyped) keep(typed, { condition: typedCondition })
  }, [isTyped, typed, typedCondition, keep])
  const cancel = () => {
    kept.done()
    close()
  }
  const whatField = useRef<HTMLInputElement>(null)
  const chosen = options.find(({ id }) => id === supplier)
  const isChosen = chosen !== undefined
  useEffect(() => {
    if (isChosen) whatField.current?.focus()
  }, [isChosen])
  const ask = (state: 'requested' | 'draft') => {
    if (supplier === null || fields.isMisread) return
    const { what, day: on } = fields
    const { condition, strength } = fields.draft
    const need = needCall({ keyResultId: asker, supplier, what, on, condition: condition.trim(), strength, state })
    kept.sent(typed)
    close()
    void mutate([need.call], { toast: state === 'draft' ? 'Kept as a draft. Nobody has been asked yet.' : `Asked ${chosen?.label ?? ''}` })
    if (!draft.isShown) select('need', need.id)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask('requested')
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
      {chosen ? (
        <p className={styles['who']}>
          from
          <Chip tone="accent" onRemove={() => setSupplier(null)} removeLabel="Choose somebody else">
            {chosen.label}
          </Chip>
          <AnswersFor supplier={chosen.id} />
        </p>
      ) : (
        <Picker
          label="Whom do you need?"
          placeholder="A node or a key result"
          isFocused
          options={options}
          onChoose={setSupplier}
          onCancel={cancel}
          emptyText="There is nobody by that name."
        />
      )}
      {chosen && (
        <>
          <PromiseFields
            of={fields}
            whatRef={whatField}
            whatLabel="What do you need?"
            whatPlaceholder="Such as “SSO live for all clients”, or “… by fri”"
            whenLabel="By when?"
            proposal="two weeks before its own date"
          />
          <DraftOffer
            draft={kept}
            now={typed}
            onKeep={(text, more) => {
              fields.change({ text, condition: more['condition'] ?? '' })
              whatField.current?.focus()
            }}
          />
          <StrengthChoice value={fields.draft.strength} onChange={(strength) => fields.change({ strength })} />
          <div className={styles['foot']}>
            <Button tone="quiet" className={styles['aside']} onClick={() => ask('draft')}>
              Save as draft
            </Button>
            <Button onClick={cancel}>Cancel</Button>
            <Button type="submit" tone="primary">
              Ask
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
