import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../../lib/contract/api.ts'
import { statusOf } from '../../lib/contract/error.ts'
import { openApiDocument, openApiText } from '../../lib/contract/openapi.ts'

// biome-ignore lint/suspicious/noExplicitAny: the document is looked into freely
const document: any = openApiDocument()

// biome-ignore lint/suspicious/noExplicitAny: any JSON
function* partsOf(value: any, path = ''): Generator<{ path: string; value: any }> {
  yield { path, value }
  if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) yield* partsOf(part, `${path}/${key}`)
}

function written(operation: (typeof operations)[number]) {
  return document.paths[operation.path][operation.method.toLowerCase()]
}

describe('the OpenAPI document', () => {
  test('is kept in docs/openapi.json as it follows from the operations (npm run openapi:generate)', () => {
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(openApiText())
  })

  test('is of version 3.1 and holds every operation once', () => {
    expect(document.openapi).toBe('3.1.0')
    const ids = Object.values(document.paths).flatMap((path) => Object.values(Object(path)).map((each) => Reflect.get(Object(each), 'operationId')))
    expect(ids.toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has no reference that leads nowhere', () => {
    const references = [...partsOf(document)].filter(({ path }) => path.endsWith('/$ref'))
    expect(references.length).toBeGreaterThan(100)
    for (const { value, path } of references) {
      const target = value
        .slice(2)
        .split('/')
        .reduce((at: unknown, key: string) => Reflect.get(Object(at), key), document)
      expect(target, `${path} to ${value}`).toBeDefined()
    }
  })

  test('describes every parameter in braces, and no other in the path', () => {
    for (const operation of operations) {
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = written(operation).parameters.filter((each: { in?: string }) => each.in === 'path')
      expect(
        described.map((each: { name: string }) => each.name),
        operation.id,
      ).toEqual(inPath)
      for (const each of described) expect(each, `${operation.id} ${each.name}`).toMatchObject({ required: true, description: expect.any(String) })
    }
  })

  test('documents every refusal under its status', () => {
    for (const operation of operations)
      for (const code of operation.errors) {
        const response = written(operation).responses[statusOf(code)]
        expect(response.content['application/problem+json'].examples[code], `${operation.id} ${code}`).toBeDefined()
      }
  })

  test('takes an Idempotency-Key for every write that answers with a change set, and for no call that would not keep to it', () => {
    const taking = operations.filter((operation) =>
      written(operation).parameters.some((each: { $ref?: string }) => each.$ref === '#/components/parameters/IdempotencyKey'),
    )
    const committing = operations.filter(({ method, answer }) => method !== 'GET' && answer instanceof z.ZodObject && 'changeSetId' in answer.shape)
    expect(committing.length).toBeGreaterThan(40)
    expect(taking.map(({ id }) => id)).toEqual(committing.map(({ id }) => id))
  })

  test('shows examples that its own schemas accept', () => {
    const shown = operations.filter(({ example }) => example?.body)
    expect(shown.length).toBeGreaterThan(12)
    for (const { id, body, example } of shown) expect(body?.safeParse(example?.body).error?.issues, id).toBeUndefined()
  })

  test('says of each tag what it is about, and names no schema twice', () => {
    const tags = new Set(operations.map(({ tag }) => tag))
    expect(document.tags.map(({ name }: { name: string }) => name).toSorted()).toEqual([...tags].toSorted())
  })
})
