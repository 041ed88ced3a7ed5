import { z } from 'zod'
import { type EntityOf, entitySchemas } from '../domain/entity.ts'
import type { EntityName } from '../domain/ids.ts'
import { revisionSchema } from './change.ts'

/** What a filter compares: text exactly, a number or a truth by its value, a list by whether it contains the text. */
export type FilterKind = 'text' | 'number' | 'boolean' | 'list'

/** The schema below defaults, nullability and refinements. */
function bare(schema: unknown): z.ZodType | null {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return bare(schema.unwrap())
  if (schema instanceof z.ZodPipe) return bare(schema.out)
  return schema instanceof z.ZodType ? schema : null
}

function kindOf(field: string, schema: unknown): FilterKind | null {
  const inner = bare(schema)
  if (inner instanceof z.ZodNumber) return 'number'
  if (inner instanceof z.ZodBoolean) return 'boolean'
  if (inner instanceof z.ZodEnum) return 'text'
  if (inner instanceof z.ZodArray) return bare(inner.element) instanceof z.ZodObject ? null : 'list'
  return inner instanceof z.ZodString && !prose.has(field) ? 'text' : null
}

/** Long texts are searched (`search`), not compared. */
const prose = new Set(['description', 'note', 'condition', 'vision', 'mission', 'valueProposition', 'text', 'reason', 'why', 'decision'])

/** The fields of an entity that a list can be filtered by, and sorted by unless they are lists. */
export function filtersOf(entity: EntityName): ReadonlyMap<string, FilterKind> {
  const known = Object.entries(entitySchemas[entity].shape).map(([field, schema]) => [field, kindOf(field, schema)] as const)
  return new Map(known.flatMap(([field, kind]) => (kind === null ? [] : [[field, kind] as const])))
}

const describeFilter: Record<FilterKind, string> = {
  text: 'only records with this value; empty: only records without one; several: comma between them',
  number: 'only records with this number; empty: only records without one',
  boolean: 'true or false; empty: only records where it is unknown',
  list: 'only records whose list contains this',
}

const describeThrough = 'only records whose objective has this id here; several: comma between them'

function sortSchema(filters: ReadonlyMap<string, FilterKind>) {
  const fields = [...filters].filter(([, kind]) => kind !== 'list').map(([field]) => field)
  const known = new Set(fields)
  return z
    .string()
    .max(200)
    .refine(
      (text) => text.split(',').every((part) => known.has(part.replace(/^-/, ''))),
      `must be of ${fields.join(', ')}, a minus before one for descending, a comma between`,
    )
    .optional()
    .describe('fields to sort by, a minus before one for descending, a comma between; `rank` unless said otherwise')
}

/** Most records that one page holds. */
export const pageLimit = 200

type Unfiltered =
  | 'metric'
  | 'position'
  | 'estimateWeeks'
  | 'description'
  | 'note'
  | 'condition'
  | 'vision'
  | 'mission'
  | 'valueProposition'
  | 'text'
  | 'reason'
  | 'terms'
  | 'plan'
  | 'why'
  | 'decision'
type FilterShape<E extends EntityName> = { readonly [F in Exclude<keyof EntityOf<E>, Unfiltered> | Through<E>]: z.ZodOptional<z.ZodString> }

/** Filters by what a record belongs to through its objective. */
type Through<E extends EntityName> = E extends 'keyResult' ? 'nodeId' | 'cycleId' : never

/** The filters of a list that look at the objective of a record. */
export function filtersThroughObjective(entity: EntityName): readonly ('nodeId' | 'cycleId')[] {
  return entity === 'keyResult' ? ['nodeId', 'cycleId'] : []
}

/** Guaranteed by `filtersOf`: objects and long texts are no filters, every other field is one. */
function castShape<E extends EntityName>(shape: Record<string, z.ZodType>): FilterShape<E> {
  return shape as unknown as FilterShape<E>
}

/** The schema of a list's query: filters by field, search, sort and page. */
export function listQuery<E extends EntityName>(entity: E) {
  const filters = filtersOf(entity)
  const shape = Object.fromEntries([...filters].map(([field, kind]) => [field, z.string().max(1_000).optional().describe(describeFilter[kind])]))
  const through = filtersThroughObjective(entity).map((field) => [field, z.string().max(1_000).optional().describe(describeThrough)])
  return z.strictObject({
    ...castShape<E>({ ...shape, ...Object.fromEntries(through) }),
    search: z.string().max(200).optional().describe('only records whose name or title contains this, whatever the case'),
    sort: sortSchema(filters),
    limit: z.coerce.number().int().min(1).max(pageLimit).default(50).describe(`records of a page, at most ${pageLimit}`),
    cursor: z.string().max(4_000).optional().describe('`nextCursor` of the page before, with the same filters and sort'),
  })
}

/** The schema of a page of records. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('where the next page starts; null on the last page'),
    total: z.int().describe('how many records the filters leave, over all pages'),
    revision: revisionSchema,
  })
}
