import type { Fault } from '../../domain/error.ts'

/** One line for each fault: where, what, and what to do. */
export function faultLines(faults: readonly Fault[]): string[] {
  return faults.map(({ path, message, remedy }) => [`  ${path === '' ? '(the whole)' : path}:`, message, remedy].filter(Boolean).join(' '))
}
