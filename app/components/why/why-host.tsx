'use client'
import dynamic from 'next/dynamic'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNetwork, useNetworkStore } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { lastEdit } from '../../../lib/client/own-edits.ts'
import { useMayAdd } from '../../../lib/client/who.ts'
import { asksWhy } from './asks-why.ts'
import './actions.ts'

const WhyPrompt = dynamic(() => import('./why-prompt.tsx').then(({ WhyPrompt: loaded }) => loaded))

/**
 * Asks why after a change of structure that was made on this page. Further ones that come while the question stands are meant by it, too;
 * an undo takes the question away.
 */
export function WhyHost() {
  const { isPast } = useNetwork()
  const store = useNetworkStore()
  const may = useMayAdd('reason')
  const edit = useObservable(lastEdit)
  const closedAtMs = useRef<number | null>(null)
  const [revisions, setRevisions] = useState<readonly number[]>([])
  const seen = useRef(edit)
  useEffect(() => {
    if (edit === seen.current) return
    seen.current = edit
    if (edit === null) return setRevisions([])
    const { confirmed } = store.state.get()
    if (!asksWhy(confirmed, edit.changes, { nowMs: Date.now(), closedAtMs: closedAtMs.current })) return
    setRevisions((before) => (before.includes(edit.revision) ? before : [...before, edit.revision]))
  }, [edit, store])
  const leave = useCallback((isByHand: boolean) => {
    if (isByHand) closedAtMs.current = Date.now()
    setRevisions([])
  }, [])
  if (revisions.length === 0 || !may || isPast) return null
  return <WhyPrompt revisions={revisions} leave={leave} />
}
