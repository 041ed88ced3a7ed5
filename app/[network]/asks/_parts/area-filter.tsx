'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import styles from './asks.module.css'

/** Only what these areas give or take; none chosen is all of them. It stands in the address. */
export function AreaFilter() {
  const { snapshot } = useNetwork()
  const { view, setView } = useView()
  const tones = useAreaTones()
  const areas = listOf(snapshot, 'area')
  if (areas.length < 2) return null
  const toggle = (id: string) => {
    const next = view.area.includes(id) ? view.area.filter((each) => each !== id) : [...view.area, id]
    setView({ area: next.length === 0 ? null : next })
  }
  return (
    <fieldset className={styles['areas']}>
      <legend className="visually-hidden">Areas</legend>
      {areas.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={view.area.includes(id)} onClick={() => toggle(id)}>
          <i style={{ background: tones.get(id)?.colour }} />
          {name}
        </button>
      ))}
    </fieldset>
  )
}
