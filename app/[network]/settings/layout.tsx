import type { ReactNode } from 'react'
import styles from './_parts/settings.module.css'
import { SettingsNav } from './_parts/settings-nav.tsx'

/** The pages of the settings beside their list. */
export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <SettingsNav />
      <div className={styles['parts']}>{children}</div>
    </div>
  )
}
