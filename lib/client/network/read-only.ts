import { DomainError } from '../../domain/error.ts'
import type { NetworkStore } from './store.ts'

async function refuse(): Promise<never> {
  throw new DomainError('FORBIDDEN', 'You see the past, and nothing in it can be changed. Go back to now (Shift+H) to edit.')
}

/** The same network without a way to change it. It stays fresh, and what was on its way before is still sent. */
export function readOnly(store: NetworkStore): NetworkStore {
  return { ...store, commit: refuse, step: refuse }
}
