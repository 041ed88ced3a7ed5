import { DomainError } from '../../domain/error.ts'
import { observable } from '../observable.ts'

/** What keeps a server that answers from saving, in its own words, such as a full disk; null where nothing does, or where it does not answer at all. */
export const savingTrouble = observable<string | null>(null)

/** Notes what came of an attempt. @param error null where it went through */
export function noteTrouble(error: unknown): void {
  savingTrouble.set(error instanceof DomainError && ['UNAVAILABLE', 'STORAGE_FULL'].includes(error.code) ? error.message : null)
}
