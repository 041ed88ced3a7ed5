'use client'
import type { ReactNode } from 'react'
import type { AnyEntity } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { useNetwork } from './network/provider.tsx'
import { Refusal, refusalOf, useMay, useRefusal } from './who.ts'

type OfRecord = { readonly entity: EntityName; readonly record: AnyEntity | undefined; readonly children: ReactNode }

/** Everything inside edits this record, and shows it only where it may not be changed. */
export function EditsRecord({ entity, record, children }: OfRecord) {
  const may = useMay(entity, record)
  const { me, isPast } = useNetwork()
  const refusal = isPast ? 'This is how it was. Nothing in the past can be changed.' : refusalOf(me, entity)
  return <Refusal value={may ? null : refusal}>{children}</Refusal>
}

/** What is there only where the records around it may be changed: buttons that add, change or delete. */
export function IfMayEdit({ children }: { readonly children: ReactNode }) {
  return useRefusal() === null ? children : null
}
