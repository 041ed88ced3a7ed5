'use client'
import type { KeyResult, Ritual } from '../../../../../lib/domain/entity.ts'
import { progressOf } from '../../../../../lib/domain/okr/measure.ts'
import type { RollOver } from '../../../../../lib/domain/vocabulary.ts'
import { valueInWords } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import styles from './lobby.module.css'
import { useRollOver } from './use-roll-over.ts'
import { useShownWhenCurrent } from './use-shown-when-current.ts'

const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const choices: readonly { readonly id: RollOver; readonly word: string; readonly keys: string }[] = [
  { id: 'carry', word: 'Carry', keys: 'shift+k' },
  { id: 'drop', word: 'Drop', keys: 'shift+d' },
  { id: 'reshape', word: 'Reshape', keys: 'shift+r' },
]

type Props = { readonly ritual: Ritual; readonly keyResult: KeyResult; readonly isCurrent: boolean; readonly choose: () => void }

/** A key result of the last cycle with its last value, its grade by one tap, and what becomes of it. */
export function KeyResultRow({ ritual, keyResult, isCurrent, choose }: Props) {
  const { grade, rollOver, mayChange } = useRollOver(ritual, keyResult)
  const row = useShownWhenCurrent(isCurrent)
  const { share } = progressOf(keyResult.metric)
  const suggested = share === null ? null : Math.round(share * 10)
  return (
    <li ref={row} className={styles['row']} aria-current={isCurrent || undefined} onFocus={choose}>
      <button type="button" className={styles['title']} onClick={choose}>
        <b>{keyResult.title}</b>
        <span>{valueInWords(keyResult.metric)}</span>
      </button>
      <fieldset className={styles['grades']} disabled={!mayChange}>
        <legend>Grade{keyResult.grade === null && suggested !== null && `, ${(suggested / 10).toFixed(1)} by its value`}</legend>
        {tenths.map((tenth) => (
          <button
            key={tenth}
            type="button"
            aria-pressed={keyResult.grade !== null && Math.round(keyResult.grade * 10) === tenth}
            data-suggested={(keyResult.grade === null && suggested === tenth) || undefined}
            onClick={() => grade(tenth / 10)}
          >
            {(tenth / 10).toFixed(1)}
          </button>
        ))}
      </fieldset>
      <div className={styles['choices']} role="group" aria-label={`What becomes of “${keyResult.title}”`}>
        {choices.map(({ id, word, keys }) => (
          <Button key={id} size="small" disabled={!mayChange} aria-pressed={keyResult.rollOver === id} onClick={() => rollOver(id)}>
            {word} {isCurrent && <KeyHint keys={keys} />}
          </Button>
        ))}
      </div>
    </li>
  )
}
