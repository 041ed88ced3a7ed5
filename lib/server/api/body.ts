import { ApiError, problemOf } from '../../contract/error.ts'
import { DomainError } from '../../domain/error.ts'
import { faultOfJson } from '../json.ts'

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
