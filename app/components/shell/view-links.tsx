'use client'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { readable } from '../../../lib/client/actions/keys.ts'
import { Menu } from '../ui/menu.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import styles from './view-links.module.css'
import { type ViewPath, views } from './views.ts'

/** The views that a narrow bar and a phone show as links; the others are in the menu after them, which says where one is. */
const always = new Set<ViewPath>(['map', 'chain', 'outline', 'asks', 'matrix'])

/** The views as links, as many as there is room for, and a menu of all of them with their keys. The selection and the filters go along. */
export function ViewLinks({ slug }: { readonly slug: string }) {
  const path = usePathname()
  const search = useSearchParams()
  const router = useRouter()
  const query = search.size > 0 ? `?${search}` : ''
  const isHere = (view: ViewPath) => path.endsWith(`/${view}`)
  const addressOf = (view: ViewPath) => `/${slug}/${view}${query}`
  const here = views.find((view) => isHere(view.path))
  const trigger = (
    <button type="button" className={styles['all']} data-holds={here ? (always.has(here.path) ? 'link' : 'only') : undefined}>
      {here && <span className={styles['here']}>{here.name}</span>}
      <span className={styles['word']}>Views</span>
      <Icon name="chevronDown" size={12} />
    </button>
  )
  const items = views.map(({ path: view, name, keys }) => ({
    id: view,
    label: name,
    keys,
    isChecked: isHere(view),
    run: () => router.push(addressOf(view)),
  }))
  return (
    <nav aria-label="Views" className={styles['views']}>
      {views.map(({ path: view, name, keys }) => (
        <Link
          key={view}
          href={addressOf(view)}
          aria-current={isHere(view) ? 'page' : undefined}
          className={always.has(view) ? undefined : styles['wide']}
          title={`${name} (${readable(keys)})`}
          prefetch={false}
        >
          {name}
        </Link>
      ))}
      <Menu trigger={trigger} groups={[{ title: 'Views', items }]} />
    </nav>
  )
}
