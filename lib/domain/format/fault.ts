import type { z } from 'zod'
import type { Fault } from '../error.ts'

type Issue = z.core.$ZodIssue

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/**
 * A path as people read it: `keyResults[3].metric.kind`. A key that is no plain word is quoted.
 *
 * Cost O(length).
 */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const key = String(part).slice(0, 80)
    if (!/^\w+$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}

/**
 * What a schema found wrong, one fault each, in words for the person who wrote the document.
 *
 * @param within path of the value that was parsed
 * @param input the value itself, to tell what is absent from what is wrong
 * Cost O(issues).
 */
export function faultsOfIssues(issues: readonly Issue[], within: readonly PropertyKey[], input: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const at = [...within, ...issue.path]
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...at, key]))
    return [{ path: pathText(at), ...explain(issue, valueIn(input, issue.path)) }]
  })
}

const named = 5

/** The first faults as sentences, each with its path and remedy, and how many more there are. Cost O(1). */
export function sentenceOf(faults: readonly Fault[]): string {
  const sentences = faults.slice(0, named).map(({ path, message, remedy }) => [path && `${path}:`, message, remedy].filter(Boolean).join(' '))
  return sentences.join(' ') + (faults.length > named ? ` And ${faults.length - named} more.` : '')
}

function unknownField(path: readonly PropertyKey[]): Fault {
  return { path: pathText(path), message: 'This field is not part of the format.', remedy: 'Correct its name or remove it.' }
}

function valueIn(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), input)
}

function explain(issue: Issue, value: unknown): Pick<Fault, 'message' | 'remedy'> {
  const remedy = remedyOf(issue)
  const more = remedy === undefined ? {} : { remedy }
  if (value === undefined && issue.code !== 'custom') return { message: 'This is missing.', ...more }
  if (value === null) return { message: 'This must not be null.', remedy: 'Leave out what is unknown or absent.' }
  return { message: messageOf(issue), ...more }
}

function remedyOf(issue: Issue): string | undefined {
  const wanted = wantedBy(issue)
  return wanted === undefined ? undefined : `Give ${wanted}.`
}

function wantedBy(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return typeWords[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return oneOf(issue.values)
  if (issue.code !== 'invalid_union') return undefined
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options)
  return issue.errors.flatMap(([first]) => (first ? (wantedBy(first) ?? []) : [])).join(', or ')
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value)))
  return words.length === 1 ? String(words[0]) : `one of ${words.join(', ')}`
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'This is of another type than it must be.'
    case 'invalid_value':
      return 'This value is not known here.'
    case 'invalid_union':
      return issue.discriminator === undefined ? 'This fits none of the forms that are allowed here.' : `This ${issue.discriminator} is not known.`
    case 'too_small':
      return issue.origin === 'string' ? 'This must not be empty.' : `This must be ${limit('at least', issue.minimum, issue.origin)}.`
    case 'too_big':
      return `This must be ${limit('at most', issue.maximum, issue.origin)}.`
    default:
      return `This ${issue.message.replace(/^Invalid (input|string): /, '').replace(/\.?$/, '.')}`
  }
}

function limit(bound: string, count: number | bigint, origin: string): string {
  if (origin === 'string') return `${bound} ${count} characters long`
  return origin === 'array' ? `a list of ${bound} ${count} items` : `${bound} ${count}`
}
