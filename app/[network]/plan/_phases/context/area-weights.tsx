'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Area, Ritual } from '../../../../../lib/domain/entity.ts'
import { listOf } from '../../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../../components/ui/area-tone.ts'
import { useEntries } from '../../_parts/use-entries.ts'
import styles from './context.module.css'

type Props = { readonly ritual: Ritual; readonly mayEdit: boolean }

const most = 5

/** How much each area of value matters in this cycle, in steps from 1 to 5. */
export function AreaWeights({ ritual, mayEdit }: Props) {
  const { snapshot } = useNetwork()
  const tones = useAreaTones()
  const { items, add, set } = useEntries(ritual, 'weight')
  const itemOf = ({ id }: Area) => items.find(({ about }) => about === id)
  const weigh = (area: Area, value: number) => {
    const item = itemOf(area)
    if (item) set(item.id, { value })
    else add(area.name, { subject: 'area', about: area.id, value })
  }
  return (
    <section className={styles['part']} aria-label="Weight of the areas">
      <h3>Weight of the areas</h3>
      <ul className={styles['weights']}>
        {listOf(snapshot, 'area').map((area) => {
          const value = itemOf(area)?.value ?? null
          return (
            <li key={area.id}>
              <span>{area.name}</span>
              <fieldset disabled={!mayEdit}>
                <legend className="visually-hidden">
                  Weight of {area.name}: {value === null ? 'not said' : `${value} of ${most}`}
                </legend>
                {Array.from({ length: most }, (_, at) => at + 1).map((step) => (
                  <button
                    key={step}
                    type="button"
                    aria-label={`${step} of ${most}`}
                    aria-pressed={value === step}
                    data-on={(value !== null && step <= value) || undefined}
                    style={value !== null && step <= value ? { background: tones.get(area.id)?.colour } : undefined}
                    onClick={() => weigh(area, step)}
                  />
                ))}
              </fieldset>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
