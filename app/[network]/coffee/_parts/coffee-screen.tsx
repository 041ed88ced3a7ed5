'use client'
import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { refusalOf } from '../../../../lib/client/who.ts'
import type { Coffee } from '../../../../lib/domain/ritual/check/coffee.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './coffee.module.css'
import { CoffeeForm } from './coffee-form.tsx'
import { CoffeeResult, PastCoffees } from './coffee-result.tsx'
import { Ending, type Ends } from './ending.tsx'
import { useCoffee } from './use-coffee.ts'

type Agreed = { readonly id: string; readonly coffee: Coffee; readonly ends: Ends }

/** A new relationship in ten minutes: five questions on one screen, one change that both can look at, and what was agreed before. */
export function CoffeeScreen() {
  const { snapshot } = useNetwork()
  const [agreed, setAgreed] = useState<Agreed | null>(null)
  const [held, setHeld] = useQueryState('held', parseAsString.withOptions({ history: 'push', shallow: true }))
  const { past } = useRituals('coffee')
  const shown = find(snapshot, 'ritual', held)
  const back = () => {
    setAgreed(null)
    void setHeld(null)
  }
  if (shown?.kind === 'coffee') return <CoffeeResult ritual={shown} back={back} />
  if (agreed) return <Done agreed={agreed} again={() => setAgreed(null)} />
  return (
    <>
      <Talk onAgreed={setAgreed} />
      <PastCoffees past={past} show={(id) => void setHeld(id)} />
    </>
  )
}

function Talk({ onAgreed }: { readonly onAgreed: (agreed: Agreed) => void }) {
  const { snapshot, slug, cycle, me } = useNetwork()
  const state = useCoffee()
  if (listOf(snapshot, 'node').length === 0)
    return (
      <EmptyState title="There are no nodes yet" ghost={<Ghost />} action={<Link href={`/${slug}/outline`}>Add the first node</Link>}>
        Over a coffee somebody agrees for a node with a new partner on who gives what, and on a first promise.
      </EmptyState>
    )
  if (!cycle)
    return (
      <EmptyState title="There is no cycle yet" ghost={<Ghost />} action={<Link href={`/${slug}/settings`}>Add a cycle</Link>}>
        A coffee ends in a first promise, and a promise belongs to a cycle.
      </EmptyState>
    )
  if (!state.us)
    return (
      <EmptyState title="A coffee is taken for a node" ghost={<Ghost />} action={<Link href={`/${slug}/people`}>See who takes part in what</Link>}>
        {refusalOf(me, 'objective')} Who takes part in a node can agree on something for it.
      </EmptyState>
    )
  return <CoffeeForm state={state} ourName={state.us.name} onAgreed={onAgreed} />
}

function Done({ agreed: { id, coffee, ends }, again }: { readonly agreed: Agreed; readonly again: () => void }) {
  const { slug } = useNetwork()
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <h1>Agreed with {ends.them}</h1>
        <p className={styles['lead']}>One undo takes all of it back.</p>
      </header>
      <Ending coffee={coffee} ends={ends} title="What came of it" />
      <p className={styles['ways']}>
        <Link href={`/${slug}/asks`}>See the promise among the asks</Link>
        <Link href={`/${slug}/coffee?held=${encodeURIComponent(id)}`}>What was agreed, to be sent</Link>
        {!ends.isStaffed && <Link href={`/${slug}/people`}>Say who takes part in {ends.them}</Link>}
        <Button onClick={again}>Another coffee</Button>
      </p>
    </div>
  )
}

function Ghost() {
  return (
    <div className={styles['ghost']}>
      <i />
      <i />
    </div>
  )
}
