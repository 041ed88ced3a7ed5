import { DomainError } from '../../domain/error.ts'
import { isCommon } from './common-passwords.ts'

export const shortestPassword = 8
export const longestPassword = 128

function refusal(path: string, message: string, remedy: string): DomainError {
  return new DomainError('VALIDATION', `This password ${message}. ${remedy}`, { faults: [{ path, message, remedy }] })
}

/**
 * Refuses a password that is too short, too long, among the common ones, or nothing but the person's own name or address. Which signs it
 * is made of is nobody's business.
 *
 * @throws DomainError VALIDATION at `path`
 */
export function requireGoodPassword(password: string, path: string, own: readonly string[] = []): void {
  const length = [...password].length
  if (length < shortestPassword) throw refusal(path, `has ${length} signs`, `Take at least ${shortestPassword}; a sentence is good.`)
  if (password.length > longestPassword) throw refusal(path, 'is too long', `Take at most ${longestPassword} signs.`)
  if (isCommon(password))
    throw refusal(path, 'is one of those that are tried first', 'Take another one, such as four words that have nothing to do with each other.')
  const bare = password.toLowerCase()
  if (own.some((text) => text.length > 2 && (bare === text.toLowerCase() || bare === text.toLowerCase().split('@')[0])))
    throw refusal(path, 'is your own name or address', 'Take something that nobody can look up.')
}
