'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { mapAt, selectionFor } from '../../../components/history/moment.ts'
import { told } from '../../../components/history/told.ts'
import type { Difference } from '../../../components/history/types.ts'
import { Button } from '../../../components/ui/button.tsx'
import styles from './detail.module.css'
import { isOwnThing } from './restorable.ts'

const signs = { added: '+', removed: '−', changed: '~' } as const
const words = { added: 'added', removed: 'removed', changed: 'changed' } as const

/** How many differences are drawn at first; an import may hold thousands. */
const first = 60

type Props = {
  readonly revision: number
  readonly differences: readonly Difference[]
  /** brings one removed record back; absent where nobody here may */
  readonly restore: ((difference: Difference) => void) | null
}

/** What a change set made different, record by record, with the values before and after. */
export function DifferenceList({ revision, differences, restore }: Props) {
  const [most, setMost] = useState(first)
  const rest = differences.length - most
  return (
    <>
      <ul className={styles['differences']} aria-label="Differences">
        {differences.slice(0, most).map((difference) => (
          <li key={`${difference.entity}:${difference.id}`} data-kind={difference.kind}>
            <span className={styles['sign']} aria-hidden="true">
              {signs[difference.kind]}
            </span>
            <div>
              <Sentence difference={difference} revision={revision} />
              <Fields difference={difference} />
              {difference.kind === 'removed' && isOwnThing(difference) && <RestoreLine difference={difference} restore={restore} />}
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setMost(most + 200)}>
          Show {Math.min(rest, 200)} more of {differences.length}
        </Button>
      )}
    </>
  )
}

/** The sentence, which opens the record as it is now; beside it the way to the record as it was then. */
function Sentence({ difference, revision }: { readonly difference: Difference; readonly revision: number }) {
  const { snapshot, slug } = useNetwork()
  const { setView } = useView()
  const { entity, id, kind } = difference
  const selection = selectionFor(entity, id)
  const isThere = selection !== null && find(snapshot, entity, id) !== undefined
  const then = kind === 'removed' ? revision - 1 : revision
  const text = told(snapshot, difference.sentence)
  return (
    <p>
      <span className="visually-hidden">{words[kind]}: </span>
      {isThere ? (
        <Link
          className={styles['record']}
          href={`/${slug}/map?sel=${encodeURIComponent(selection)}`}
          prefetch={false}
          data-record={id}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            setView({ sel: selection })
          }}
        >
          {text}
        </Link>
      ) : (
        text
      )}{' '}
      {selection !== null && then > 0 && (
        <Link className={styles['then']} href={mapAt(slug, then, selection)} prefetch={false} aria-label={`${difference.name} as it was then`}>
          {kind === 'removed' ? 'as it was' : 'as it was then'}
        </Link>
      )}
    </p>
  )
}

function Fields({ difference: { kind, fields } }: { readonly difference: Difference }) {
  const { snapshot } = useNetwork()
  if (kind !== 'changed' || fields.length === 0) return null
  return (
    <dl className={styles['fields']}>
      {fields.map(({ path, word, before, after }) => (
        <div key={path}>
          <dt>{word}</dt>
          <dd>
            {before === null ? <span className={styles['quiet']}>nothing</span> : <del>{told(snapshot, before)}</del>}
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> became </span>
            {after === null ? <span className={styles['quiet']}>nothing</span> : <ins>{told(snapshot, after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What can be done about a record that was removed. */
function RestoreLine({ difference, restore }: { readonly difference: Difference; readonly restore: Props['restore'] }) {
  const { snapshot } = useNetwork()
  if (find(snapshot, difference.entity, difference.id)) return <p className={styles['quiet']}>It is back.</p>
  if (!restore) return null
  return (
    <Button size="small" aria-label={`Restore ${difference.name}`} onClick={() => restore(difference)}>
      Restore
    </Button>
  )
}
