'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useKeptDraft } from '../../../../../lib/client/drafts/use-kept-draft.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { loadRunner } from '../../../../../lib/client/network/shown.ts'
import { chipsOf } from '../../../../../lib/client/quick-line.ts'
import { parseQuickAdd } from '../../../../../lib/domain/quick-add/quick-add.ts'
import { referring } from '../../../../../lib/domain/snapshot.ts'
import { Chip } from '../../../../components/ui/chip.tsx'
import styles from './draft.module.css'
import { type DraftLine, type TakeTo, takeCalls } from './lines.ts'

type Kind = DraftLine['kind']
type Props = { readonly kind: Kind; readonly to: TakeTo; readonly setKind: (kind: Kind) => void; readonly onLeave: () => void }

const words = { objective: 'New objective', keyResult: 'New key result' } as const
const placeholders = { objective: 'What do you want to reach?', keyResult: 'Reduce churn 6% -> 4% by 31 mar @ana' } as const

/** A line that goes straight into the plan. Enter keeps it and opens the next key result; an empty Enter or Esc ends; Tab and ⇧Tab change what it is. */
export function AddLine({ kind, to, setKind, onLeave }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const [text, setText] = useState('')
  const [underId, setUnderId] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const kept = useKeptDraft({ entity: 'node', id: to.nodeId, field: kind === 'objective' ? 'create.objective' : 'create.kr' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line of another kind takes the focus again
  useEffect(() => field.current?.focus(), [kind])
  useEffect(() => void loadRunner().catch(() => undefined), [])
  const write = (next: string) => {
    setText(next)
    kept.keep(next)
  }
  const keep = () => {
    const line: DraftLine = { id: freshId(kind), kind, text }
    const objectives = referring(snapshot, 'objective', 'nodeId', to.nodeId).filter(({ cycleId }) => cycleId === to.cycleId)
    const under = underId ?? objectives.at(-1)?.id
    const head: DraftLine[] = kind === 'keyResult' && under !== undefined ? [{ id: under, kind: 'objective', text: '–' }] : []
    setText('')
    kept.sent(text)
    if (kind === 'objective') {
      setUnderId(line.id)
      setKind('keyResult')
    }
    void mutate(takeCalls({ ...to, snapshot }, [...head, line], [line])).then((done) => !done && setText((typed) => typed || text))
  }
  const leave = () => {
    kept.done()
    onLeave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const isEmpty = text.trim() === ''
    if (event.key === 'Enter') (isEmpty ? leave : keep)()
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Tab' && !isEmpty) setKind(event.shiftKey ? 'objective' : 'keyResult')
    else return
    event.preventDefault()
  }
  const chips = kind === 'keyResult' && text.trim() !== '' ? chipsOf(snapshot, parseQuickAdd(text, to.context)) : []
  return (
    <div className={styles['line']} data-kind={kind} data-scope="text">
      <input
        ref={field}
        aria-label={words[kind]}
        placeholder={placeholders[kind]}
        value={text}
        maxLength={500}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => text.trim() === '' && leave()}
      />
      {chips.length > 0 && (
        <span className={styles['chips']} role="status" aria-label="Understood">
          {chips.map(({ key, text: said, isDoubtful }) => (
            <Chip key={key} tone={isDoubtful ? 'warning' : 'accent'}>
              {said}
            </Chip>
          ))}
        </span>
      )}
    </div>
  )
}
