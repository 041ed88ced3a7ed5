'use client'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { type ReasonKind, reasonKinds } from '../../../lib/domain/vocabulary.ts'
import { reasonHints, reasonWords } from '../history/reasons.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { externalAction, internalAction, whyInWordsAction } from './actions.ts'
import styles from './why.module.css'

const keys: Record<ReasonKind, string> = { internal: ':', external: ';' }
const waitsMs = 20_000

type Props = {
  /** the change sets that are meant */
  readonly revisions: readonly number[]
  readonly leave: (isByHand: boolean) => void
}

/** Goes away by itself after a while in which nobody is about to answer. */
function useFading(isHeld: boolean, again: unknown, leave: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further change lets it stand for as long again
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(leave, waitsMs)
    return () => clearTimeout(timer)
  }, [isHeld, again, leave])
}

/** One quiet line that asks why: one key each, a few words for who wants to. It takes no focus and stops nothing. */
export function WhyPrompt({ revisions, leave }: Props) {
  const mutate = useMutate()
  const [text, setText] = useState('')
  const [given, setGiven] = useState<ReasonKind | null>(null)
  const [isHeld, setHeld] = useState(false)
  const words = useRef<HTMLInputElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const fade = useCallback(() => leave(false), [leave])
  useFading(isHeld, `${revisions.length} ${given}`, fade)
  const say = (kind: ReasonKind) => {
    const reason = { kind, text: text.trim() || null }
    void mutate(revisions.map((revision) => call('reason.set', { id: freshId('reason'), revision, ...reason })))
    if (reason.text === null && given === null) setGiven(kind)
    else leave(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (given === null) first.current?.focus()
    else say(given)
  }
  useAction(internalAction, () => say('internal'))
  useAction(externalAction, () => say('external'))
  useAction(whyInWordsAction, () => words.current?.focus())
  return (
    <form
      className={styles['why']}
      aria-label="Why this change?"
      onSubmit={submit}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        leave(true)
      }}
    >
      <strong role="status">{questionOf(revisions.length, given)}</strong>
      {reasonKinds.map((kind) => (
        <Button
          key={kind}
          ref={kind === 'internal' ? first : undefined}
          size="small"
          aria-pressed={given === kind}
          title={reasonHints[kind]}
          onClick={() => say(kind)}
        >
          {reasonWords[kind]}
          <KeyHint keys={keys[kind]} />
        </Button>
      ))}
      <input
        ref={words}
        type="text"
        aria-label="Why, in a few words"
        placeholder={given === null ? 'a few words' : 'a few words, if you like'}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <IconButton size="small" label="Not now; it can be said in the history" onClick={() => leave(true)}>
        <Icon name="close" size={14} />
      </IconButton>
    </form>
  )
}

function questionOf(count: number, given: ReasonKind | null): string {
  if (given !== null) return `Noted: ${reasonWords[given]}.`
  return count === 1 ? 'Why this change?' : `Why these ${count} changes?`
}
