'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { addressOf } from '../../../../lib/client/request.ts'
import { AreaSettings } from './area-settings.tsx'
import { CycleSettings } from './cycle-settings.tsx'
import { NameList } from './name-list.tsx'
import { PurposeSettings } from './purpose-settings.tsx'
import styles from './settings.module.css'

const parts = [
  { id: 'purpose', name: 'Name and purpose' },
  { id: 'cycles', name: 'Cycles' },
  { id: 'areas', name: 'Value areas' },
  { id: 'goals', name: 'Goals' },
  { id: 'people', name: 'People' },
  { id: 'teams', name: 'Teams' },
  { id: 'file', name: 'File' },
] as const

/** Everything about the network that is not a node: each field is edited in place, each change can be undone. */
export function SettingsScreen() {
  const { slug } = useNetwork()
  return (
    <div className={styles['page']}>
      <nav className={styles['nav']} aria-label="Settings">
        <ul>
          {parts.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles['parts']}>
        <h1>Settings</h1>
        <PurposeSettings />
        <CycleSettings />
        <AreaSettings />
        <NameList
          id="goals"
          title="Goals"
          entity="goal"
          hint="Aims that last longer than a cycle. Objectives link to them."
          placeholder="Name a goal"
        />
        <NameList id="people" title="People" entity="person" hint="Owners of objectives and key results." placeholder="Name a person" />
        <NameList id="teams" title="Teams" entity="team" hint="A team can take part in many nodes." placeholder="Name a team" />
        <section id="file" className={styles['part']} aria-labelledby="file-title">
          <h2 id="file-title">File</h2>
          <p className={styles['hint']}>The whole network as one weft/1 document. Import gives an equal network back.</p>
          <a className={styles['download']} href={addressOf({ path: '/networks/{network}/export' }, { params: { network: slug } })} download>
            Export as a file
          </a>
        </section>
      </div>
    </div>
  )
}
