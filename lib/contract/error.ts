import { z } from 'zod'
import { type ErrorCode, type ErrorKind, errorKinds } from '../domain/error.ts'

/** The HTTP status of each kind of expected failure. */
const statusByKind = {
  invalid: 400,
  misuse: 422,
  conflict: 409,
  missing: 404,
  gone: 410,
  tooLarge: 413,
  full: 507,
  unavailable: 503,
  forbidden: 403,
  unknownCaller: 401,
  tooMany: 429,
} as const satisfies Record<ErrorKind, number>

/** Failures that only HTTP knows: the request never reaches the domain. */
const httpStatuses = {
  NOT_JSON: 400,
  CROSS_SITE: 403,
  NO_SUCH_ADDRESS: 404,
  METHOD_NOT_ALLOWED: 405,
  MEDIA_TYPE: 415,
  INTERNAL: 500,
} as const

export type HttpErrorCode = keyof typeof httpStatuses
export type ApiErrorCode = ErrorCode | HttpErrorCode

/** The title of each code: what went wrong in a few words, the same for every occurrence. */
export const errorTitles: Record<ApiErrorCode, string> = {
  VALIDATION: 'The input is not valid',
  UNKNOWN_REFERENCE: 'A reference leads nowhere',
  SELF_DEPENDENCY: 'A key result cannot depend on itself',
  SELF_EXCHANGE: 'An exchange joins two different nodes',
  CYCLE_DATES: 'A cycle ends after it starts',
  PARTICIPANT_MISSING: 'A participation is of one person or one team',
  PARTICIPATION_DATES: 'A participation ends after it starts',
  SUPPLIER_MISSING: 'A need says who is asked',
  VALUE_MISFIT: 'The value does not fit the metric',
  IMPORT_FAULTS: 'The document has faults',
  ID_TAKEN: 'The id is taken',
  SLUG_TAKEN: 'The address is taken',
  STALE_EDIT: 'Somebody changed the same field since',
  NOTHING_TO_UNDO: 'There is nothing to undo',
  NOTHING_TO_REDO: 'There is nothing to redo',
  UNDO_CHANGED_SINCE: 'Somebody changed the same field since',
  UNDO_STILL_USED: 'Something else refers to it',
  DELETE_CARRIES_OTHERS: 'Other records go with it',
  UNDO_TOO_LATE: 'A move can be undone for ten minutes',
  PROMISE_NO_SUCH_MOVE: 'The promise cannot move like that now',
  PROMISE_MOVED_ON: 'The promise has moved on',
  PROMISE_CHANGES_BY_MOVE: 'A promise changes by a move only',
  PROMISE_NOT_YOUR_MOVE: 'The move belongs to the other side',
  REASON_MISSING: 'The move needs a reason',
  TERMS_MISSING: 'The move needs other terms',
  UNAUTHENTICATED: 'Sign in first',
  SIGN_IN_REFUSED: 'The sign-in was refused',
  FORBIDDEN: 'Your role does not allow this',
  LAST_OWNER: 'A network keeps at least one owner',
  ALREADY_MEMBER: 'This person is a member already',
  LINK_OVER: 'The link does not work any more',
  TOO_MANY_REQUESTS: 'Too many attempts',
  KEY_REUSED: 'The idempotency key was used for another request',
  NOT_FOUND: 'There is no such record',
  REVISION_UNKNOWN: 'The network has no such revision',
  RESTORE_BLOCKED: 'It cannot come back as it was',
  PROPOSAL_DECIDED: 'The proposal is decided',
  PLAN_UNFIT: 'The plan does not fit the network',
  RITUAL_OPEN: 'Such a session is open already',
  RITUAL_OVER: 'The session is over',
  SESSION_ENDED: 'The session is over',
  SEALED: 'The answers are sealed',
  SEAT_MISSING: 'Join the session first',
  COMMIT_UNSETTLED: 'Something is left to be settled first',
  GRAPH_HAS_RING: 'The needs form a ring',
  TOO_LARGE: 'The request is too large',
  STORAGE_FULL: 'The disk of the server is full',
  UNAVAILABLE: 'The server cannot answer now',
  NOT_JSON: 'The body is not JSON',
  CROSS_SITE: 'The request comes from another site',
  NO_SUCH_ADDRESS: 'There is nothing at this address',
  METHOD_NOT_ALLOWED: 'This address does not know the method',
  MEDIA_TYPE: 'The body has to be application/json',
  INTERNAL: 'Something went wrong on the server',
}

function isDomainCode(code: ApiErrorCode): code is ErrorCode {
  return code in errorKinds
}

/** The HTTP status of an error code. */
export function statusOf(code: ApiErrorCode): number {
  return isDomainCode(code) ? statusByKind[errorKinds[code]] : httpStatuses[code]
}

export const faultSchema = z
  .object({
    path: z.string().describe('where, such as `metric.target` or `nodes[3].areaId`'),
    message: z.string(),
    remedy: z.string().optional().describe('what to do'),
  })
  .meta({ id: 'Fault' })

/** A refusal as it travels (RFC 9457), with further members that depend on the code. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('what happened and what to do, as a sentence for a person'),
    code: z.string(),
    errors: z.array(faultSchema),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

/** A refusal that the HTTP layer makes, or that a client got. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly problem: Problem

  constructor(problem: Problem & { code: ApiErrorCode }) {
    super(problem.detail)
    this.name = 'ApiError'
    this.code = problem.code
    this.problem = problem
  }
}

function withDot(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** Writes the problem of a code. Members of `details` beside the faults travel as they are. */
export function problemOf(
  code: ApiErrorCode,
  detail: string,
  details: { readonly faults?: readonly z.infer<typeof faultSchema>[]; readonly [key: string]: unknown } = {},
) {
  const { faults = [], ...rest } = details
  const known = { type: `/api/docs#${code}`, title: errorTitles[code], status: statusOf(code), detail: withDot(detail), code, errors: [...faults] }
  return { ...known, ...rest, ...known }
}
