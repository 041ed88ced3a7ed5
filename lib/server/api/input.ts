import type { z } from 'zod'
import { DomainError, type Fault } from '../../domain/error.ts'

/** `nodes[3].areaId`, from the keys on the way. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`), '')
}

function remedyOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `Leave out ${issue.keys.join(', ')}, or check the spelling.`
  if (issue.code === 'invalid_value') return `Give one of ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_type') return `Give a value of type ${issue.expected}.`
  return undefined
}

/** The faults of one issue: each unknown field is its own, and where no branch of a union fits, those of the nearest. */
function faultsOfIssue(issue: z.core.$ZodIssue, under: readonly PropertyKey[]): Fault[] {
  const keys = [...under, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: pathOf([...keys, key]), message: 'is not a field of this', remedy: `Leave out ${key}, or check the spelling.` }))
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]
    if (nearest && nearest.length > 0) return nearest.flatMap((each) => faultsOfIssue(each, keys))
  }
  const remedy = remedyOf(issue)
  return [{ path: pathOf(keys), message: issue.message, ...(remedy && { remedy }) }]
}

/** Parses what came from outside. @throws DomainError VALIDATION with every fault by its path */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown, under: readonly PropertyKey[] = []): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.flatMap((issue) => faultsOfIssue(issue, under))
  const sentence = faults.slice(0, 5).map(({ path, message }) => (path ? `${path}: ${message}` : message))
  throw new DomainError('VALIDATION', sentence.join('; '), { faults })
}
