import { redirect } from 'next/navigation'
import { NetworkList } from './_home/network-list.tsx'
import { admitted } from './entrance.ts'

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The networks of this server; with none of them the welcome, with one of them that one. */
export default async function HomePage({ searchParams }: Props) {
  const networks = await admitted((handle, cookies) => handle.networks(cookies))
  const [only] = networks
  if (!only) redirect('/welcome')
  if (networks.length === 1 && !('all' in (await searchParams))) redirect(`/${only.slug ?? only.id}`)
  return <NetworkList networks={networks} />
}
