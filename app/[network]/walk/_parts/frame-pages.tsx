'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Move } from '../../../../lib/domain/ritual/moves.ts'
import type { Walk, WalkStop } from '../../../../lib/domain/ritual/walk.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, shortDay } from '../../../components/graph/words.ts'
import styles from './walk.module.css'

function stepOf({ progressBefore, progressAfter }: Move): number | null {
  return progressBefore === null || progressAfter === null ? null : Math.round((progressAfter - progressBefore) * 100)
}

function stepWords(step: number | null): string {
  if (step === null) return 'first report'
  return step === 0 ? 'no change' : `${step > 0 ? '▲ +' : '▼ −'}${Math.abs(step)} points`
}

/** The first page: what was reported since the last walk, largest steps first. */
export function ChangedPage({ walk, since }: { readonly walk: Walk; readonly since: string }) {
  const { today } = useNetwork()
  const steps = walk.sections.changed.map((stop) => ({ stop, step: stop.move ? stepOf(stop.move) : null }))
  const up = steps.filter(({ step }) => step !== null && step > 0).length
  const down = steps.filter(({ step }) => step !== null && step < 0).length
  const sorted = steps.toSorted((a, b) => Math.abs(b.step ?? 0) - Math.abs(a.step ?? 0))
  return (
    <>
      <p className={styles['kicker']}>Since {shortDay(since, today)}</p>
      <h1 className={styles['title']}>{steps.length === 0 ? 'Nobody has reported' : `${counted(up, 'result')} up, ${down} down`}</h1>
      <p className={styles['say']}>
        {counted(walk.stops.length, 'stop')} ahead; {walk.asExpected} as expected.
      </p>
      <ul className={styles['changes']}>
        {sorted.slice(0, 9).map(({ stop, step }) => (
          <ChangeLine key={stop.keyResultId} stop={stop} text={stepWords(step)} />
        ))}
      </ul>
      {sorted.length > 9 && <p className={styles['more']}>{sorted.length - 9} more, with smaller steps</p>}
    </>
  )
}

function ChangeLine({ stop, text }: { readonly stop: WalkStop; readonly text: string }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  return (
    <li>
      <button type="button" data-record={stop.keyResultId} onClick={() => select('kr', stop.keyResultId)}>
        {find(snapshot, 'keyResult', stop.keyResultId)?.title}
      </button>
      <span className={styles['who']}>{find(snapshot, 'node', stop.nodeId)?.name}</span>
      <b>{text}</b>
    </li>
  )
}

/** The last page: one win of each area, and how much needed no word. */
export function ClosePage({ walk }: { readonly walk: Walk }) {
  return (
    <>
      <p className={styles['kicker']}>The close</p>
      <h1 className={styles['title']}>{walk.sections.wins.length === 0 ? 'That was the walk' : 'What went well'}</h1>
      <ul className={styles['changes']}>
        {walk.sections.wins.map((stop) => (
          <ChangeLine key={stop.keyResultId} stop={stop} text={stepWords(stop.move ? stepOf(stop.move) : null)} />
        ))}
      </ul>
      <p className={styles['say']}>{counted(walk.asExpected, 'key result')} needed no word: as expected.</p>
    </>
  )
}
