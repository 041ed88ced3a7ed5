/** A JSON Schema as the page reads it: only the words it uses. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly maximum?: number
  readonly minimum?: number
  readonly maxLength?: number
  readonly format?: string
}

/** A type in words, such as “one of core, contributing, peripheral, or null”. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map(typeText).join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? typeText(schema.items) : 'anything'}`
  if (schema.type === 'object') return schema.properties ? `{ ${Object.keys(schema.properties).join(', ')} }` : 'object'
  if (typeof schema.type === 'string') return withLimits(schema, schema.format ?? schema.type)
  return schema.type ? schema.type.join(' or ') : 'anything'
}

function withLimits({ minimum, maximum, maxLength }: Schema, word: string): string {
  const isBounded = minimum !== undefined && maximum !== undefined && Number.isFinite(maximum) && maximum < Number.MAX_SAFE_INTEGER
  if (isBounded) return `${word} from ${minimum} to ${maximum}`
  return maxLength === undefined ? word : `${word}, up to ${maxLength} characters`
}

export type Field = { readonly name: string; readonly type: string; readonly isRequired: boolean; readonly text: string }

/** The fields of an object's schema, one row each. */
export function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, schema]) => {
    const fallback = schema.default === undefined || schema.default === null ? '' : `; ${JSON.stringify(schema.default)} unless given`
    return { name, type: typeText(schema) + fallback, isRequired: required.includes(name), text: schema.description ?? '' }
  })
}
