import type { ReactNode } from 'react'
import card from '../../components/settings/settings-card.module.css'
import styles from './_parts/settings.module.css'
import { SettingsNav } from './_parts/settings-nav.tsx'

/** The pages of the settings beside their list. */
export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <SettingsNav />
      <div className={card['cards']}>{children}</div>
    </div>
  )
}
