'use client'
import { useEffect, useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { type OpenMove, sideWords } from '../../../lib/domain/promise/moves.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { wantedMove } from './last-move.ts'
import { MoveForm } from './move-form.tsx'
import { nameOfMove, needsForm, takesMore } from './needs-form.ts'
import styles from './promise.module.css'
import { keyOfMove, moveActions } from './promise-actions.ts'
import { type MoveDetails, useOpenMoves } from './use-promise.ts'

type Props = {
  readonly need: Dependency
  readonly onMove: (move: OpenMove, details: MoveDetails) => void
}

/** What ends a promise stands last and quiet. */
const endings = new Set<OpenMove['move']>(['withdraw', 'cancel', 'revoke'])

/** What can be done now, each by a press or a key; what needs a few words opens a form below, in place. */
export function MoveButtons({ need, onMove }: Props) {
  const moves = useOpenMoves(need.id)
  const [asked, setAsked] = useState<string | null>(null)
  const open = moves.find((move) => nameOfMove(move) === asked)
  const wanted = useObservable(wantedMove)
  const answered = wanted?.dependencyId === need.id ? moves.find(({ move }) => move === wanted.move) : undefined
  useEffect(() => {
    if (!answered) return
    setAsked(nameOfMove(answered))
    wantedMove.set(null)
  }, [answered])
  const toggle = (move: OpenMove) => setAsked((now) => (now === nameOfMove(move) ? null : nameOfMove(move)))
  const begin = (move: OpenMove) => {
    if (needsForm(move)) return toggle(move)
    setAsked(null)
    onMove(move, {})
  }
  if (moves.length === 0) return null
  const first = moves.find(({ move }) => !endings.has(move))
  return (
    <div className={styles['moves']}>
      {moves.map(
        (move, at) => moves.findIndex((other) => other.move === move.move) === at && <MoveKey key={move.move} move={move} run={() => begin(move)} />,
      )}
      <div className={styles['buttons']} role="group" aria-label="What you can do">
        {moves.map((move) => (
          <span key={nameOfMove(move)} className={styles['choice']}>
            <MoveButton
              move={move}
              tone={move === first ? 'primary' : endings.has(move.move) ? 'quiet' : 'plain'}
              isOpen={asked === nameOfMove(move)}
              isTwice={moves.some((other) => other.move === move.move && other.side !== move.side)}
              press={() => begin(move)}
            />
            {takesMore(move) && (
              <IconButton
                label={`${move.label} with a day or a key result`}
                tone="plain"
                aria-expanded={asked === nameOfMove(move)}
                onClick={() => toggle(move)}
              >
                <Icon name="chevronDown" size={14} />
              </IconButton>
            )}
          </span>
        ))}
      </div>
      {open && (
        <MoveForm
          key={nameOfMove(open)}
          need={need}
          move={open}
          onCancel={() => setAsked(null)}
          onMove={(details) => {
            setAsked(null)
            onMove(open, details)
          }}
        />
      )}
    </div>
  )
}

type ButtonProps = {
  readonly move: OpenMove
  readonly tone: 'primary' | 'plain' | 'quiet'
  readonly isOpen: boolean
  /** the person may make it for either side, so it says for which */
  readonly isTwice: boolean
  readonly press: () => void
}

function MoveButton({ move, tone, isOpen, isTwice, press }: ButtonProps) {
  const key = keyOfMove(move)
  return (
    <Button
      tone={tone}
      aria-expanded={needsForm(move) ? isOpen : undefined}
      title={isTwice ? `For ${sideWords[move.side]}` : undefined}
      onClick={press}
    >
      {move.label}
      {isTwice && <small>{move.side === 'supplier' ? 'as giver' : 'as taker'}</small>}
      {key && <KeyHint keys={key} />}
    </Button>
  )
}

/** Lets a move be made by its key and from the palette. Draws nothing. */
function MoveKey({ move, run }: { readonly move: OpenMove; readonly run: () => void }) {
  useAction(moveActions[move.move], run)
  return null
}
