import type { z } from 'zod'
import { DomainError } from '../../domain/error.ts'
import { faultsOfIssues } from '../../domain/format/fault.ts'

const named = 5

/**
 * Parses what came from outside.
 *
 * @throws DomainError VALIDATION with every fault by its path
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = faultsOfIssues(parsed.error.issues, [], value)
  const sentences = faults.slice(0, named).map(({ path, message, remedy }) => [path && `${path}:`, message, remedy].filter(Boolean).join(' '))
  const more = faults.length > named ? ` And ${faults.length - named} more.` : ''
  throw new DomainError('VALIDATION', sentences.join(' ') + more, { faults })
}
