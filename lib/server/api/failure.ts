import { ApiError, type ApiErrorCode, errorTitles, problemOf } from '../../contract/error.ts'
import type { ErrorDetails } from '../../domain/error.ts'

type Known = { code: ApiErrorCode; message: string; details: ErrorDetails }

/** A DomainError by its shape: one that crossed a bundle fails `instanceof`. */
function asKnown(error: unknown): Known | null {
  if (!(error instanceof Error) || !('code' in error) || !('details' in error)) return null
  const { code, details } = error
  if (typeof code !== 'string' || !(code in errorTitles) || typeof details !== 'object') return null
  return { code: code as ApiErrorCode, message: error.message, details: details as ErrorDetails }
}

/** What a failure looks like from outside. A bug says nothing but the id under which it is logged. */
export function problemFrom(error: unknown, requestId: string) {
  if (error instanceof ApiError) return error.problem
  const known = asKnown(error)
  if (known) return problemOf(known.code, known.message, known.details)
  return problemOf('INTERNAL', `This is a fault of the server, not yours. It is logged as ${requestId}`, { requestId })
}
