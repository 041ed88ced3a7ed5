'use client'
import type { ReactNode } from 'react'
import { EditsRecord } from '../../../../lib/client/may-edit.tsx'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../../lib/client/who.ts'
import type { EntityName } from '../../../../lib/domain/ids.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import styles from './settings.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly hint?: ReactNode
  /** the kind of record that is edited here; where the role does not allow it, everything is text and the reason is said */
  readonly edits?: EntityName
  readonly children: ReactNode
}

/** One card of the settings. */
export function Part({ id, title, hint, edits, children }: Props) {
  const { snapshot } = useNetwork()
  const card = (
    <section id={id} className={styles['part']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint && <div className={styles['hint']}>{hint}</div>}
      <ReadOnlyNote />
      {children}
    </section>
  )
  if (!edits) return card
  return (
    <EditsRecord entity={edits} record={networkOf(snapshot)}>
      {card}
    </EditsRecord>
  )
}

function ReadOnlyNote() {
  const refusal = useRefusal()
  return refusal === null ? null : <p className={styles['hint']}>{refusal}</p>
}
