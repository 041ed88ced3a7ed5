import { redirect } from 'next/navigation'
import { NetworkList } from './_home/network-list.tsx'
import { NoNetwork } from './_home/no-network.tsx'
import { admitted, visitor } from './entrance.ts'

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The networks of this server; with none of them the welcome, with one of them that one. */
export default async function HomePage({ searchParams }: Props) {
  const networks = await admitted((handle, cookies) => handle.networks(cookies))
  const [only] = networks
  const who = await visitor()
  const isOwner = who.kind === 'user' && who.isInstanceOwner
  if (!only && isOwner) redirect('/welcome')
  if (!only) return <NoNetwork />
  if (networks.length === 1 && !('all' in (await searchParams))) redirect(`/${only.slug ?? only.id}`)
  return <NetworkList networks={networks} isOwner={isOwner} />
}
