import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { codeOf, type NetworkSummary, weftHandle } from '../../lib/contract/handle.ts'
import { Shell } from '../components/shell/shell.tsx'
import { PanelHost } from './_panels/panel-host.tsx'

type Props = { readonly children: ReactNode; readonly params: Promise<{ network: string }> }

async function summaryOf(params: Props['params']): Promise<NetworkSummary> {
  const { network } = await params
  try {
    return await weftHandle().network(decodeURIComponent(network))
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND') notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await summaryOf(params)
  return { title: { default: name, template: `%s · ${name} · Weft` } }
}

export default async function NetworkLayout({ children, params }: Props) {
  const { id, slug, name } = await summaryOf(params)
  const address = slug ?? id
  preload(`/api/v1/networks/${encodeURIComponent(address)}/snapshot`, { as: 'fetch', crossOrigin: 'anonymous' })
  return (
    <Shell slug={address} name={name} panel={<PanelHost />}>
      {children}
    </Shell>
  )
}
