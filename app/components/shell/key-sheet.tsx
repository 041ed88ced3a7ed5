'use client'
import { useMemo, useState } from 'react'
import { type Action, catalogue, type Scope } from '../../../lib/client/actions/action.ts'
import { readable } from '../../../lib/client/actions/keys.ts'
import { setSingleLetters, singleLetters } from '../../../lib/client/actions/use-keys.ts'
import { fuzzyFilter } from '../../../lib/client/fuzzy.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import styles from './key-sheet.module.css'

const places: Record<Scope, string> = {
  global: 'Everywhere',
  outline: 'In the outline',
  promise: 'In the inbox and on a promise',
  drawing: 'In the map and the chain',
  matrix: 'In the matrix',
  findings: 'On a finding',
  timeline: 'In the timeline',
  history: 'In the history',
  review: 'In the review',
  text: 'While typing',
  dialog: 'In a dialog',
  ritual: 'In a session',
}
const order: readonly Scope[] = [
  'global',
  'ritual',
  'outline',
  'promise',
  'timeline',
  'history',
  'review',
  'drawing',
  'matrix',
  'findings',
  'text',
  'dialog',
]

function Keys({ action }: { readonly action: Action }) {
  return (
    <div className={styles['row']}>
      <dt>{action.title}</dt>
      <dd>
        {(action.keys ?? []).map((keys, at) => (
          <span key={keys}>
            {at > 0 && <span className={styles['or']}> or </span>}
            <kbd>{readable(keys)}</kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}

/** All keys, made from the same catalogue as the palette. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const letters = useObservable(singleLetters)
  const withKeys = useMemo(() => catalogue().filter(({ keys }) => keys && keys.length > 0), [])
  const found = fuzzyFilter(withKeys, typed, ({ title, words, keys }) => `${title} ${words ?? ''} ${keys?.join(' ') ?? ''}`)
  return (
    <Dialog open size="large" title="Keys" onClose={onClose}>
      <TextField
        label="Find a key"
        isLabelHidden
        placeholder="Find a key or what it does"
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles['columns']}>
        {order.map((scope) => {
          const here = found.filter((action) => action.scope === scope)
          return (
            here.length > 0 && (
              <section key={scope} className={styles['group']}>
                <h3>{places[scope]}</h3>
                <dl>
                  {here.map((action) => (
                    <Keys key={action.id} action={action} />
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
      {found.length === 0 && <p>No key does that.</p>}
      <label className={styles['switch']}>
        <input type="checkbox" checked={letters} onChange={(event) => setSingleLetters(event.currentTarget.checked)} /> Single letters do something
        (switch off for speech input)
      </label>
    </Dialog>
  )
}
