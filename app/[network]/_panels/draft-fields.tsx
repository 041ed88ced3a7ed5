'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { suppliersFor } from '../../components/needs/suppliers.ts'
import { Combobox } from '../../components/ui/combobox.tsx'
import field from './field.module.css'
import { DateField, ProseField } from './field.tsx'
import { Section } from './panel-frame.tsx'
import { useEdit } from './use-edit.ts'

/** What a draft asks for, before anybody was asked: all of it can still be edited. */
export function DraftFields({ need }: { need: Dependency }) {
  const { snapshot, assessment } = useNetwork()
  const edit = useEdit('dependency', need.id)
  const choose = (choice: string | null) => {
    if (choice?.startsWith('kr:')) edit({ supplierKeyResultId: choice.slice(3), supplierNodeId: null })
    else if (choice?.startsWith('node:')) edit({ supplierKeyResultId: null, supplierNodeId: choice.slice(5) })
  }
  return (
    <Section title="The draft">
      <div className={field['field']}>
        <span className={field['label']}>From whom</span>
        <Combobox
          label="From whom"
          value={need.supplierKeyResultId ? `kr:${need.supplierKeyResultId}` : `node:${need.supplierNodeId}`}
          options={suppliersFor(snapshot, assessment, need.consumerKeyResultId)}
          onChange={choose}
        />
      </div>
      <DateField label="Needed by" value={need.neededOn} field="neededOn" onSave={(neededOn, revision) => edit({ neededOn }, revision)} />
      <ProseField
        label="How we know that it is met"
        value={need.condition}
        placeholder="Optional"
        field="condition"
        onSave={(condition, revision) => edit({ condition }, revision)}
      />
    </Section>
  )
}
