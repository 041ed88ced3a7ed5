'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMyNode } from '../../../../lib/client/ritual/use-my-node.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { useInbox } from '../../promise/use-inbox.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, type MenuGroups } from '../../ui/menu.tsx'
import { Icon } from '../../ui/ui-icon.tsx'
import styles from './my-place.module.css'

/** The node for which one sits in the room; a press changes it. */
export function MyNodeChoice({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const { node, own, choose } = useMyNode(ritual)
  const item = ({ id, name }: { readonly id: string; readonly name: string }) => ({
    id,
    label: name,
    isChecked: id === node?.id,
    run: () => choose(id),
  })
  const ownIds = new Set<string>(own.map(({ id }) => id))
  const others = listOf(snapshot, 'node').filter(({ id }) => !ownIds.has(id))
  const groups: MenuGroups = [
    ...(own.length > 0 ? [{ title: 'My nodes', items: own.map(item) }] : []),
    { title: own.length > 0 ? 'Others' : 'I am here for', items: others.map(item) },
  ]
  const trigger = (
    <Button tone="quiet" className={styles['myNode']}>
      <Icon name="person" />
      <span className={styles['nodeName']}>
        <span className="visually-hidden">My node: </span>
        {node?.name ?? 'Choose my node'}
      </span>
      <Icon name="chevronDown" size={12} />
    </Button>
  )
  return <Menu trigger={trigger} groups={groups} align="end" />
}

/** How many asks wait for an answer of this person, with the way to them. */
export function WaitingAsks() {
  const { slug } = useNetwork()
  const waiting = useInbox().filter(({ kind }) => kind !== 'deliver' && kind !== 'checkIn').length
  if (waiting === 0) return null
  return (
    <Link href={`/${slug}/inbox`} className={styles['waiting']} prefetch={false}>
      <span className={styles['waitingWord']}>asks waiting for me:</span> <b>{waiting}</b>
    </Link>
  )
}
