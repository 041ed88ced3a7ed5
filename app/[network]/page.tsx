import { redirect } from 'next/navigation'
import { summaryOf } from './summary-of.ts'

type Props = { readonly params: Promise<{ network: string }> }

/** Without a view the address leads to the map, or to the outline while there is nothing to draw. */
export default async function NetworkPage({ params }: Props) {
  const { counts } = await summaryOf(params)
  redirect(`/${(await params).network}/${counts.nodes > 0 ? 'map' : 'outline'}`)
}
