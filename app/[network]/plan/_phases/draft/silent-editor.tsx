'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { draftActions } from './actions.ts'
import styles from './draft.module.css'
import { LineField } from './line-field.tsx'
import type { DraftLine } from './lines.ts'
import type { OwnDraft } from './use-draft.ts'

const mostLines = 60

/** The lines that somebody writes in silence. Nobody else sees one of them before the reveal. */
export function SilentEditor({ draft: { lines, write } }: { readonly draft: OwnDraft }) {
  const [focusId, setFocusId] = useState<string | null>(null)
  const addAfter = (at: number, kind: DraftLine['kind']) => {
    if (lines.length >= mostLines) return
    const line: DraftLine = { id: freshId(kind), kind, text: '' }
    write(lines.toSpliced(at + 1, 0, line))
    setFocusId(line.id)
  }
  const add = (kind: DraftLine['kind']) => addAfter(lines.length - 1, kind)
  const patch = (id: string, part: Partial<DraftLine>) => write(lines.map((line) => (line.id === id ? { ...line, ...part } : line)))
  useAction(draftActions.objective, () => add('objective'))
  useAction(draftActions.keyResult, () => add('keyResult'))
  return (
    <div className={styles['editor']}>
      <ol aria-label="My draft">
        {lines.map((line, at) => (
          <LineField
            key={line.id}
            line={line}
            wantsFocus={line.id === focusId}
            onText={(text) => patch(line.id, { text })}
            onEnter={() => (line.text.trim() === '' ? undefined : addAfter(at, 'keyResult'))}
            onKind={(kind) => patch(line.id, { kind })}
            onRemove={() => write(lines.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <p className={styles['adds']}>
        <Button tone={lines.length === 0 ? 'primary' : 'plain'} onClick={() => add('objective')}>
          Objective <KeyHint keys="o" />
        </Button>
        <Button onClick={() => add('keyResult')}>
          Key result <KeyHint keys="n" />
        </Button>
        <span className={styles['hint']}>Enter: next key result · ⇧Tab: objective</span>
      </p>
    </div>
  )
}
