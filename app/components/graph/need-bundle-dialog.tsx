'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { styleByCondition } from '../../../lib/client/scene-input/map.ts'
import { useView } from '../../../lib/client/view.ts'
import type { DependencyAssessment } from '../../../lib/domain/okr/assessment.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { isTroubled } from '../../../lib/layout/input.ts'
import { Dialog } from '../ui/dialog.tsx'
import { LineSample } from './line-sample.tsx'
import { bundle } from './need-bundle.ts'
import styles from './need-bundle-dialog.module.css'
import { counted, needInWords } from './words.ts'

/** The needs behind one line, each opened by a press; those in trouble first. */
export function NeedBundleDialog() {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const ids = useObservable(bundle)
  const close = () => bundle.set(null)
  if (!ids) return null
  const needs = ids.flatMap((id) => assessment.dependencies.get(id) ?? [])
  const urgent = ({ condition }: DependencyAssessment) => Number(isTroubled(styleByCondition[condition]))
  const [first] = needs
  const name = (id: string | null | undefined) => find(snapshot, 'node', id ?? null)?.name ?? ''
  return (
    <Dialog open onClose={close} title={`${name(first?.consumerNodeId)} needs ${counted(needs.length, 'thing')} from ${name(first?.supplierNodeId)}`}>
      <ul className={styles['needs']}>
        {needs
          .toSorted((a, b) => urgent(b) - urgent(a))
          .map((need) => (
            <li key={need.id}>
              <button
                type="button"
                onClick={() => {
                  close()
                  select('need', need.id)
                }}
              >
                <strong>{find(snapshot, 'dependency', need.id)?.what || 'Not said what'}</strong>
                <span>for {find(snapshot, 'keyResult', need.consumerKeyResultId)?.title}</span>
                <span className={styles['state']} data-urgent={urgent(need) > 0 || undefined}>
                  <LineSample style={styleByCondition[need.condition]} /> {needInWords(need)}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  )
}
