'use client'
import type { ReactNode } from 'react'
import { EditsRecord } from '../../../../lib/client/may-edit.tsx'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useRefusal } from '../../../../lib/client/who.ts'
import type { EntityName } from '../../../../lib/domain/ids.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import styles from '../../../components/settings/settings-card.module.css'
import { SettingsCard } from '../../../components/settings/settings-card.tsx'

type Props = {
  readonly id: string
  readonly title: string
  readonly hint?: ReactNode
  /** the kind of record that is edited here; where the role does not allow it, everything is text and the reason is said */
  readonly edits?: EntityName
  readonly children: ReactNode
}

/** One card of the settings of a network. */
export function Part({ id, title, hint, edits, children }: Props) {
  const { snapshot } = useNetwork()
  const card = (
    <SettingsCard id={id} title={title} hint={hint}>
      <ReadOnlyNote />
      {children}
    </SettingsCard>
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
