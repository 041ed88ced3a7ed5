/** Every expected failure: its code and what kind of failure it is. The HTTP status is given in lib/contract/error.ts. */
export const errorKinds = {
  VALIDATION: 'invalid',
  UNKNOWN_REFERENCE: 'invalid',
  SELF_DEPENDENCY: 'invalid',
  SELF_EXCHANGE: 'invalid',
  CYCLE_DATES: 'invalid',
  PARTICIPANT_MISSING: 'invalid',
  PARTICIPATION_DATES: 'invalid',
  SUPPLIER_MISSING: 'invalid',
  VALUE_MISFIT: 'invalid',
  IMPORT_FAULTS: 'invalid',
  ID_TAKEN: 'conflict',
  SLUG_TAKEN: 'conflict',
  STALE_EDIT: 'conflict',
  NOTHING_TO_UNDO: 'conflict',
  NOTHING_TO_REDO: 'conflict',
  UNDO_CHANGED_SINCE: 'conflict',
  UNDO_STILL_USED: 'conflict',
  DELETE_CARRIES_OTHERS: 'conflict',
  KEY_REUSED: 'misuse',
  UNDO_TOO_LATE: 'conflict',
  PROMISE_NO_SUCH_MOVE: 'conflict',
  PROMISE_MOVED_ON: 'conflict',
  PROMISE_CHANGES_BY_MOVE: 'conflict',
  PROMISE_NOT_YOUR_MOVE: 'forbidden',
  REASON_MISSING: 'invalid',
  TERMS_MISSING: 'invalid',
  UNAUTHENTICATED: 'unknownCaller',
  SIGN_IN_REFUSED: 'unknownCaller',
  FORBIDDEN: 'forbidden',
  LAST_OWNER: 'conflict',
  ALREADY_MEMBER: 'conflict',
  LINK_OVER: 'missing',
  TOO_MANY_REQUESTS: 'tooMany',
  NOT_FOUND: 'missing',
  REVISION_UNKNOWN: 'missing',
  RESTORE_BLOCKED: 'conflict',
  PROPOSAL_DECIDED: 'conflict',
  PLAN_UNFIT: 'invalid',
  RITUAL_OPEN: 'conflict',
  RITUAL_OVER: 'conflict',
  SESSION_ENDED: 'gone',
  SEALED: 'conflict',
  SEAT_MISSING: 'conflict',
  COMMIT_UNSETTLED: 'conflict',
  GRAPH_HAS_RING: 'invalid',
  TOO_LARGE: 'tooLarge',
  STORAGE_FULL: 'full',
  UNAVAILABLE: 'unavailable',
} as const

export type ErrorCode = keyof typeof errorKinds
export type ErrorKind = (typeof errorKinds)[ErrorCode]

/** One thing that is wrong: where (a path such as `keyResults[3].metric.kind`), what, and what to do. */
export type Fault = { readonly path: string; readonly message: string; readonly remedy?: string }

export type ErrorDetails = {
  readonly faults?: readonly Fault[]
  readonly [key: string]: unknown
}

/** A failure that is expected: the message tells the user what happened and what to do. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** Ends a `switch` over a union: the compiler refuses a member that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}
