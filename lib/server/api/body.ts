import { ApiError, problemOf } from '../../contract/error.ts'
import { depthLimit } from '../../contract/operation.ts'
import { DomainError, type Fault } from '../../domain/error.ts'

function tooLarge(limit: number): DomainError {
  return new DomainError('TOO_LARGE', `The body is larger than ${Math.round(limit / 1_000_000)} MB. Send it in smaller parts.`)
}

function refuse(code: 'NOT_JSON' | 'MEDIA_TYPE', detail: string): ApiError {
  return new ApiError(problemOf(code, detail))
}

/** The body's bytes, or TOO_LARGE as soon as there are more than the limit. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function faultOfText(text: string, path: string): Fault | null {
  if (text.includes('\0')) return { path, message: 'contains the character U+0000', remedy: 'Leave it out; databases cannot keep it.' }
  return text.isWellFormed() ? null : { path, message: 'contains half a character', remedy: 'Send well-formed Unicode.' }
}

/** The first thing in a parsed body that no database keeps or that nests too deep. */
export function faultOfJson(value: unknown, path = '', depth = 1): Fault | null {
  if (typeof value === 'string') return faultOfText(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (depth > depthLimit) return { path, message: `nests deeper than ${depthLimit} levels`, remedy: 'Send a flatter body.' }
  for (const [key, item] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const fault = faultOfText(key, here) ?? faultOfJson(item, here, depth + 1)
    if (fault) return fault
  }
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse('NOT_JSON', `The body is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}. Send one JSON value in UTF-8`)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('NOT_JSON', 'The body is not UTF-8. Send one JSON value in UTF-8')
  }
}

/** The JSON of a request, within the limits that hold for every body. */
export async function readJson(request: Request, limit: number): Promise<{ text: string; value: unknown }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refuse('MEDIA_TYPE', 'Send the body with the header Content-Type: application/json')
  const text = decode(await readBytes(request, limit))
  const value = parse(text)
  const fault = faultOfJson(value)
  if (fault) throw new DomainError('VALIDATION', `${fault.path || 'The body'} ${fault.message}. ${fault.remedy}`, { faults: [fault] })
  return { text, value }
}
