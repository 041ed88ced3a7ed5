import { notFound } from 'next/navigation'
import { codeOf, type NetworkSummary, weftHandle } from '../../lib/contract/handle.ts'

/** The network that an address names; an address without one shows the page for that. */
export async function summaryOf(params: Promise<{ readonly network: string }>): Promise<NetworkSummary> {
  const { network } = await params
  try {
    return await weftHandle().network(decodeURIComponent(network))
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND') notFound()
    throw error
  }
}
