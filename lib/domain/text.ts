import { z } from 'zod'

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Text that every database keeps as it is: no NUL character, no half of a surrogate pair. */
export function textUpTo(length: number) {
  return z.string().max(length).refine(isStorable, 'must not contain the NUL character or half of a surrogate pair')
}
