import { leastVoters } from '../../../../lib/domain/vocabulary.ts'
import end from './end.module.css'
import type { Leaving } from './finish.ts'

type Props = {
  readonly leaving: Leaving & { readonly votes: boolean }
  readonly choose: (leaving: Partial<Props['leaving']>) => void
  /** how many statements have voters enough to leave the team */
  readonly spreads: number
  /** whether who chooses is of the node */
  readonly isTeam: boolean
  /** the change and the share in words; empty where nothing was said */
  readonly said: readonly string[]
}

function Choice({
  word,
  note,
  isOn,
  set,
}: {
  readonly word: string
  readonly note: string
  readonly isOn: boolean
  readonly set: ((isOn: boolean) => void) | null
}) {
  return (
    <label>
      <input type="checkbox" checked={isOn} disabled={set === null} onChange={(event) => set?.(event.currentTarget.checked)} />
      <span>
        {word}
        {note !== '' && <small> {note}</small>}
      </span>
    </label>
  )
}

/** What leaves the team at the end of a check: numbers and promises always, everything else only where it is ticked. */
export function WhatLeaves({ leaving, choose, spreads, isTeam, said }: Props) {
  const kept = isTeam ? `stays with us: it takes ${leastVoters} voters` : 'is let go by the people of the node only'
  return (
    <fieldset className={end['leaves']}>
      <legend>What leaves the team</legend>
      <Choice word="Our numbers and our promises, always" note="" isOn={true} set={null} />
      <Choice
        word="The spread of our statements"
        note={spreads === 0 ? kept : ''}
        isOn={leaving.votes && spreads > 0}
        set={spreads === 0 ? null : (votes) => choose({ votes })}
      />
      <Choice word="Our words above" note="" isOn={leaving.statement} set={(statement) => choose({ statement })} />
      <Choice
        word="Our change, and the share of last week"
        note={said.length === 0 ? 'nothing was said' : said.join('; ')}
        isOn={leaving.change && said.length > 0}
        set={said.length === 0 ? null : (change) => choose({ change })}
      />
    </fieldset>
  )
}
