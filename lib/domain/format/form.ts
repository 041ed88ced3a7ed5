import { z } from 'zod'
import { isSame } from '../change.ts'

/**
 * The two shapes of one schema. Inside, a record has all its fields and absent is `null`; in a document an absent field is
 * left out and `null` is refused.
 */
export type Form = {
  /** the schema of a document: what has a default may be left out, but may not be null */
  readonly portable: z.ZodType
  /** from the portable shape to the inner one: fills in what is absent. The value has passed `portable` */
  readonly complete: (value: unknown) => unknown
  /** from the inner shape to the portable one: leaves out nulls, empty lists and whatever else equals its default */
  readonly compact: (value: unknown) => unknown
}

type Field = { readonly name: string; readonly form: Form; readonly fallback: { readonly value: unknown } | null }

/**
 * Derives the portable form of a schema, so that a field is defined once.
 *
 * Cost O(size of the schema).
 */
export function formOf(schema: z.core.$ZodType): Form {
  if (schema instanceof z.ZodObject) return objectForm(schema)
  if (schema instanceof z.ZodDiscriminatedUnion) return unionForm(schema)
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) return listForm(schema)
  return { portable: castType(schema), complete: (value) => value, compact: (value) => value }
}

/** Guaranteed by the callers: every schema of this program is made by `z`, so it is a full ZodType. */
function castType(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType
}

function described(portable: z.ZodType, original: z.ZodType): z.ZodType {
  return original.description === undefined ? portable : portable.describe(original.description)
}

function fieldOf(name: string, schema: z.core.$ZodType): Field & { portable: z.ZodType } {
  if (!(schema instanceof z.ZodDefault)) {
    const form = formOf(schema)
    return { name, form, fallback: null, portable: described(form.portable, castType(schema)) }
  }
  const inner = schema.unwrap()
  const form = formOf(inner instanceof z.ZodNullable ? inner.unwrap() : inner)
  return { name, form, fallback: { value: schema.def.defaultValue }, portable: described(form.portable.optional(), schema) }
}

function objectForm(schema: z.ZodObject): Form {
  const fields = Object.entries(schema.shape).map(([name, field]) => fieldOf(name, field))
  return {
    portable: described(z.strictObject(Object.fromEntries(fields.map(({ name, portable }) => [name, portable]))), schema),
    complete: (value) => eachField(value, fields, completeField),
    compact: (value) => eachField(value, fields, compactField),
  }
}

function completeField({ form, fallback }: Field, value: unknown): unknown {
  return value === undefined ? fresh(fallback?.value) : form.complete(value)
}

/** A default that nobody else holds. The defaults of records are plain values and empty lists. */
function fresh(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value
}

function compactField({ form, fallback }: Field, value: unknown): unknown {
  return value === undefined || (fallback && isSame(value, fallback.value)) ? undefined : form.compact(value)
}

function eachField(value: unknown, fields: readonly Field[], convert: (field: Field, value: unknown) => unknown): unknown {
  const converted: Record<string, unknown> = {}
  for (const field of fields) {
    const part = convert(field, Object(value)[field.name])
    if (part !== undefined) converted[field.name] = part
  }
  return converted
}

function listForm(schema: z.ZodArray): Form {
  const item = formOf(schema.element)
  const items = (convert: (value: unknown) => unknown) => (value: unknown) => (Array.isArray(value) ? value.map(convert) : value)
  return {
    portable: z.array(item.portable).check(...castChecks(schema.def.checks ?? [])),
    complete: items(item.complete),
    compact: items(item.compact),
  }
}

/** Guaranteed by zod: the checks of a list look at its length only, whatever its items are. */
function castChecks(checks: readonly unknown[]): z.core.$ZodCheck<unknown[]>[] {
  return checks as z.core.$ZodCheck<unknown[]>[]
}

function unionForm(schema: z.ZodDiscriminatedUnion): Form {
  const key = schema.def.discriminator
  const options = schema.options.map((option) => ({ form: formOf(option), kinds: kindsOf(option, key) }))
  const optionFor = (value: unknown) => options.find(({ kinds }) => kinds.includes(Object(value)[key]))?.form
  return {
    portable: z.discriminatedUnion(key, castOptions(options.map(({ form }) => form.portable))),
    complete: (value) => optionFor(value)?.complete(value),
    compact: (value) => optionFor(value)?.compact(value),
  }
}

function kindsOf(option: z.core.$ZodType, key: string): readonly unknown[] {
  const kind = option instanceof z.ZodObject ? option.shape[key] : undefined
  return kind instanceof z.ZodLiteral ? [...kind.values] : []
}

/** Guaranteed by `unionForm`: the options are those of a discriminated union, and the form of an object is an object. */
function castOptions(options: readonly z.ZodType[]): [z.ZodObject, ...z.ZodObject[]] {
  return options as [z.ZodObject, ...z.ZodObject[]]
}
