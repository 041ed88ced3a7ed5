import { redirect } from 'next/navigation'
import { weftHandle } from '../../lib/contract/handle.ts'

type Props = { readonly params: Promise<{ network: string }> }

/** Without a view the address leads to the map, or to the outline while there is nothing to draw. */
export default async function NetworkPage({ params }: Props) {
  const { network } = await params
  const { counts } = await weftHandle().network(decodeURIComponent(network))
  redirect(`/${network}/${counts.nodes > 0 ? 'map' : 'outline'}`)
}
