import { z } from 'zod'
import { api, operations, resources } from './api.ts'
import { type ApiErrorCode, errorTitles, problemOf, problemSchema, statusOf } from './error.ts'
import { bodyLimit, type Operation, tokenScopeOf } from './operation.ts'

type Json = Record<string, unknown>

/** Schemas that have a name, collected while the document is written. */
type Components = Map<string, unknown>

/** Points a schema's references to the components of the document. */
function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', '#/components/schemas/') : relocate(item),
    ]),
  )
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): unknown {
  const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _id, ...rest }: Json = { ...definition }
    components.set(name, relocate(rest))
  }
  return relocate(own)
}

function parametersOf({ params, query, errors }: Operation, components: Components): Json[] {
  const parts = [
    ['path', params],
    ['query', query],
  ] as const
  const named = parts.flatMap(([where, schema]) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]): Json => {
      const json: Json = Object(schemaOf(castSchema(field), 'input', components))
      const { description, ...rest } = json
      return {
        name,
        in: where,
        required: where === 'path' || !castSchema(field).safeParse(undefined).success,
        ...(description ? { description } : {}),
        schema: rest,
      }
    }),
  )
  return !errors.includes('KEY_REUSED') ? named : [...named, { $ref: '#/components/parameters/IdempotencyKey' }]
}

/** Guaranteed by zod: what stands in a shape is a schema. */
function castSchema(field: unknown): z.ZodType {
  return field as z.ZodType
}

function content(schema: unknown, example?: unknown, type = 'application/json'): Json {
  return { [type]: { schema, ...(example === undefined ? {} : { example }) } }
}

/** What can refuse any call. */
const everywhere = ['METHOD_NOT_ALLOWED', 'UNAVAILABLE', 'STORAGE_FULL', 'INTERNAL'] as const

/** What refuses who may not call an operation. */
function byAccess({ access }: Operation): readonly ApiErrorCode[] {
  if (access === 'public') return []
  return access === 'signedIn' ? ['UNAUTHENTICATED', 'FORBIDDEN'] : ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']
}

/** One response for each status; the codes that share it are examples of it. */
function refusals(errors: readonly ApiErrorCode[]): Json {
  const byStatus = Map.groupBy([...new Set(errors)], statusOf)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${errorTitles[code]}`).join('. '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
          },
        },
      },
    ]),
  )
}

function writeOperation(operation: Operation, components: Components): Json {
  const { id, summary, description, tag, body, answer, answerType, status = 200, errors, example, bodyLimit: limit = bodyLimit } = operation
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    'x-weft-access': operation.access,
    'x-weft-token': tokenScopeOf(operation),
    parameters: parametersOf(operation, components),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: `JSON, at most ${limit / 1_000_000} MB`,
            content: content(schemaOf(body, 'input', components), example?.body),
          },
        }
      : {}),
    responses: {
      [status]: { description: 'Done', content: content(schemaOf(answer, 'output', components), example?.answer, answerType) },
      ...refusals([...errors, ...byAccess(operation), ...everywhere]),
    },
  }
}

function tags(): Json[] {
  const described = [...resources, api.checkIns, api.comments].map(({ tag, description }) => ({ name: tag, description }))
  const others = operations.map(({ tag }) => tag).filter((tag, at, all) => all.indexOf(tag) === at && !described.some(({ name }) => name === tag))
  return [...others.map((name) => ({ name })), ...described]
}

function problemExamples(): Json {
  const codes = new Set([...operations.flatMap((operation) => [...operation.errors, ...byAccess(operation)]), ...everywhere])
  return Object.fromEntries([...codes].toSorted().map((code) => [code, { value: problemOf(code, errorTitles[code]) }]))
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes a repeat safe: the same key with the same request is applied once and answered with the first result. Kept for seven days.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
}

const about = [
  'Everything that the screens do can be done by these calls. `{network}` is an id or a slug.',
  'A write answers with its changes as one step that can be undone. `null` means absent or unknown.',
  'Refusals are problem+json (RFC 9457): `code` is stable, `detail` is a sentence for a person, `errors` names each fault by its path.',
].join('\n\n')

let written: Json | null = null

/** The OpenAPI 3.1 document of the API, made from the operations; written once and shared, so never changed. */
export function openApiDocument(): Readonly<Json> {
  written ??= writeDocument()
  return written
}

function writeDocument(): Json {
  const components: Components = new Map()
  schemaOf(z.object({ problem: problemSchema }), 'output', components)
  const paths = [...Map.groupBy(operations, ({ path }) => path)].map(
    ([path, group]) => [path, Object.fromEntries(group.map((each) => [each.method.toLowerCase(), writeOperation(each, components)]))] as const,
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version: 'v1',
      summary: 'OKRs tied to a value network',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: tags(),
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      parameters: { IdempotencyKey: idempotencyKey },
      examples: problemExamples(),
    },
  }
}

/** The document as it is kept in docs/openapi.json. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 1)}\n`
}
