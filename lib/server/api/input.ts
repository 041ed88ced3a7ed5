import type { z } from 'zod'
import { DomainError } from '../../domain/error.ts'
import { faultsOfIssues, sentenceOf } from '../../domain/format/fault.ts'

/**
 * Parses what came from outside.
 *
 * @throws DomainError VALIDATION with every fault by its path
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = faultsOfIssues(parsed.error.issues, [], value)
  throw new DomainError('VALIDATION', sentenceOf(faults), { faults })
}
