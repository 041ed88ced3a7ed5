import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { Shell } from '../components/shell/shell.tsx'
import { admitted } from '../entrance.ts'
import { PanelHost } from './_panels/panel-host.tsx'
import { summaryOf } from './summary-of.ts'

type Props = { readonly children: ReactNode; readonly params: Promise<{ network: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await summaryOf(params)
  return { title: { default: name, template: `%s · ${name} · Weft` } }
}

export default async function NetworkLayout({ children, params }: Props) {
  const { id, slug, name } = await summaryOf(params)
  const address = slug ?? id
  const me = await admitted((handle, cookies) => handle.me(cookies, id))
  preload(`/api/v1/networks/${encodeURIComponent(address)}/snapshot`, { as: 'fetch', crossOrigin: 'anonymous' })
  return (
    <Shell slug={address} name={name} me={me} panel={<PanelHost />}>
      {children}
    </Shell>
  )
}
