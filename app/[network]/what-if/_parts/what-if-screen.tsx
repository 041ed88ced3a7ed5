'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useWhatIf } from '../../../../lib/client/what-if/use-what-if.ts'
import { useMay, useMayAdd } from '../../../../lib/client/who.ts'
import { placeOfPerson } from '../../../../lib/domain/measure/what-if/about-person.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { redoAction, undoAction } from '../../../components/shell/views.ts'
import { Button } from '../../../components/ui/button.tsx'
import { whatIfActions } from './actions.ts'
import type { ShownSide } from './before-after.tsx'
import { KeptBar } from './kept-bar.tsx'
import { KeptList } from './kept-list.tsx'
import { Results } from './results.tsx'
import { Start } from './start.tsx'
import { SupposedList } from './supposed-list.tsx'
import { type Supposed, useSupposed } from './use-supposed.ts'
import { aboutIn, type Way } from './ways.ts'
import styles from './what-if.module.css'
import { editFrom, withEdit } from './with-edit.ts'

const SupposeDialog = dynamic(() => import('./suppose-dialog.tsx').then(({ SupposeDialog: loaded }) => loaded))
const KeepDialog = dynamic(() => import('./keep-dialog.tsx').then(({ KeepDialog: loaded }) => loaded))

/** What is open over the page: one thing is supposed (anew, or the one at a place is changed), or the what-if gets a name. */
type Open = { readonly kind: 'suppose'; readonly place: number | null; readonly way: Way | null } | { readonly kind: 'keep'; readonly isNew: boolean }

/** Thought through in the browser: what is supposed on the left, what would come of it on the right. Nothing of it touches the network. */
export function WhatIfScreen() {
  const { snapshot, cycle, today } = useNetwork()
  const supposed = useSupposed()
  const [open, setOpen] = useState<Open | null>(null)
  const [side, setSide] = useState<ShownSide>('after')
  const { edits, kept } = supposed
  const mayKeep = useMayAdd('whatIf') && placeOfPerson(edits) < 0
  const mayChange = useMay('whatIf', kept ?? undefined)
  const run = useWhatIf(snapshot, { edits, cycleId: cycle?.id ?? null, today })
  const { state } = run
  const answer = edits.length > 0 ? (state.answered?.answer ?? null) : null
  const isCurrent = state.answered?.question.edits === edits
  const suppose = (place: number | null, way: Way | null = null) => setOpen({ kind: 'suppose', place, way })
  const keep = (isNew: boolean) => setOpen({ kind: 'keep', isNew })
  const take = (edit: WhatIfEdit | null, place: number | null = null) => {
    if (edit && supposed.set(withEdit(edits, edit, place))) setOpen(null)
  }
  const drop = (needIds: readonly string[]) =>
    supposed.set(
      needIds
        .flatMap((dependencyId) => editFrom({ kind: 'drop', dependencyId }) ?? [])
        .reduce<readonly WhatIfEdit[]>((all, edit) => withEdit(all, edit), edits),
    )
  const copy = () => {
    if (answer)
      void copyText(
        comparisonSentences(snapshot, answer.comparison)
          .map((sentence) => sentenceText(sentence))
          .join('\n'),
      )
  }
  useAction(whatIfActions.add, () => suppose(null))
  useAction(whatIfActions.keep, () => keep(!mayChange), { enabled: mayKeep && edits.length > 0 })
  useAction(whatIfActions.side, () => setSide(side === 'after' ? 'before' : 'after'), { enabled: edits.length > 0 })
  useAction(whatIfActions.copy, copy, { enabled: answer !== null })
  useAction(whatIfActions.stop, run.stop, { enabled: state.progress !== null })
  useAction(whatIfActions.again, () => supposed.open(null), { enabled: edits.length > 0 || kept !== null })
  useAction(undoAction, () => supposed.undo?.(), { enabled: supposed.undo !== null })
  useAction(redoAction, () => supposed.redo?.(), { enabled: supposed.redo !== null })
  const about = aboutIn(supposed.ask)
  const asks = open?.kind === 'suppose' || about !== null
  const close = () => {
    setOpen(null)
    supposed.endAsk()
  }
  const place = open?.kind === 'suppose' ? open.place : null
  return (
    <div className={styles['page']}>
      <KeptBar supposed={supposed} mayKeep={mayKeep} onKeep={keep} onCopy={answer ? copy : null} />
      <Told supposed={supposed} />
      {edits.length === 0 && <Start onNode={(id) => take(editFrom({ kind: 'without', entity: 'node', id }))} onWay={(way) => suppose(null, way)} />}
      {edits.length === 0 && <KeptList openId={kept?.id ?? null} onOpen={supposed.open} />}
      {edits.length > 0 && (
        <div className={styles['columns']}>
          <div className={styles['left']}>
            <SupposedList
              edits={edits}
              unfit={isCurrent ? (answer?.unfit ?? []) : []}
              onChange={(at) => suppose(at)}
              onLeaveOut={(at) => supposed.set(edits.toSpliced(at, 1))}
              onAdd={() => suppose(null)}
            />
            <KeptList openId={kept?.id ?? null} onOpen={supposed.open} />
          </div>
          <Results run={run} answer={answer} isCurrent={isCurrent} side={side} onSide={setSide} onDrop={drop} />
        </div>
      )}
      {asks && (
        <SupposeDialog
          key={supposed.ask ?? place ?? 'new'}
          edit={place === null ? null : (edits[place] ?? null)}
          about={about}
          way={open?.kind === 'suppose' ? open.way : null}
          onEdit={(edit) => take(edit, place)}
          onClose={close}
        />
      )}
      {open?.kind === 'keep' && (
        <KeepDialog
          edits={edits}
          record={open.isNew ? null : kept}
          onKept={(id) => {
            supposed.open(id)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** What of the address could not be shown, and what to do about it. */
function Told({ supposed: { fault, isGone, open } }: { readonly supposed: Supposed }) {
  if (fault === null && !isGone) return null
  return (
    <p role="alert" className={styles['fault']}>
      {fault ?? 'This what-if is not kept any more. Whoever deleted it can take that back by undo.'}
      {isGone && (
        <Button size="small" onClick={() => open(null)}>
          Begin a new one
        </Button>
      )}
    </p>
  )
}
