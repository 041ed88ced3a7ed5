'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useCan } from '../../../../lib/client/who.ts'
import { settingsPages } from '../../../components/shell/user-actions.ts'
import styles from './settings-nav.module.css'

const generalParts = [
  { id: 'purpose', name: 'Name and purpose' },
  { id: 'cycles', name: 'Cycles' },
  { id: 'areas', name: 'Value areas' },
  { id: 'goals', name: 'Goals' },
  { id: 'people', name: 'People' },
  { id: 'teams', name: 'Teams' },
  { id: 'file', name: 'File' },
] as const

/** On a phone the pages stand in one row: the one that is open is in sight. */
function bringIntoSight(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

/** The list of the settings' pages; those that only an owner can use are not in it for others. */
export function SettingsNav() {
  const { slug } = useNetwork()
  const path = usePathname()
  const manages = useCan('manage')
  const offered = settingsPages.filter((page) => manages || !page.manages)
  return (
    <nav className={styles['nav']} aria-label="Settings">
      <ul>
        {offered.map((page) => {
          const isHere = path.endsWith(`/${page.path}`)
          return (
            <li key={page.path}>
              <Link
                href={`/${slug}/${page.path}`}
                prefetch={false}
                aria-current={isHere ? 'page' : undefined}
                ref={isHere ? bringIntoSight : undefined}
              >
                {page.name}
              </Link>
              {isHere && page.path === 'settings' && (
                <ul className={styles['inner']}>
                  {generalParts.map(({ id, name }) => (
                    <li key={id}>
                      <a href={`#${id}`}>{name}</a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
