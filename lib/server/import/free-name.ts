import { DomainError } from '../../domain/error.ts'
import type { Store } from '../store-contract.ts'

export type Renamed = { readonly field: 'id' | 'slug'; readonly from: string; readonly to: string }

/** The text itself if nobody has it, else with the lowest number that makes it free. */
export function firstFree(text: string, isTaken: (text: string) => boolean): string {
  if (!isTaken(text)) return text
  let number = 2
  while (isTaken(`${text}-${number}`)) number += 1
  return `${text}-${number}`
}

/** Whether an address leads to a network of this server already: ids and slugs share one namespace, because both stand in addresses. */
export async function takenAddresses(store: Store): Promise<(text: string) => boolean> {
  const taken = new Set((await store.networks()).flatMap(({ id, slug }) => (slug === null ? [id] : [id, slug])))
  return (text) => taken.has(text)
}

const attempts = 8

/**
 * Tries again where somebody took the chosen name in between.
 *
 * @param attempt chooses free names anew each time
 */
export async function withFreeNames<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt()
    } catch (error) {
      const wasTaken = error instanceof DomainError && (error.code === 'ID_TAKEN' || error.code === 'SLUG_TAKEN')
      if (!wasTaken || round === attempts) throw error
    }
  }
}
