import type { WeftHandle } from '../contract/handle.ts'
import type { Store } from './store-contract.ts'

/** What pages may ask the store for, as plain data. */
export function handleOf(store: Store): WeftHandle {
  const network = async (idOrSlug: string) => {
    const id = await store.resolve(idOrSlug)
    const found = (await store.networks()).find((each) => each.id === id)
    if (found) return found
    throw Object.assign(new Error(`There is no network “${idOrSlug}” here.`), { code: 'NOT_FOUND' })
  }
  return {
    networks: () => store.networks(),
    network,
    snapshotJson: async (idOrSlug) => {
      const { json } = await store.body(await store.resolve(idOrSlug))
      return new TextDecoder().decode(json)
    },
  }
}
