import type { NetworkSummary } from '../../lib/contract/handle.ts'
import { admitted } from '../entrance.ts'

/** The network that an address names, for who takes part in it; an address without one shows the page for that. */
export async function summaryOf(params: Promise<{ readonly network: string }>): Promise<NetworkSummary> {
  const { network } = await params
  return admitted((handle, cookies) => handle.network(cookies, decodeURIComponent(network)))
}
