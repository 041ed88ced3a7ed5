import pino from 'pino'
import type { Config } from './config.ts'
import { redacted, tellError } from './operation/redact.ts'

const standardError = 2

/**
 * JSON lines on stderr, so that stdout stays what a person reads. Addresses, headers and bodies are not logged; what a failure says of them is
 * taken out of its text.
 */
export function makeLog(
  level: Config['logLevel'],
  write: pino.DestinationStream = pino.destination({ dest: standardError, sync: true }),
): pino.Logger {
  const serializers = { err: (error: unknown) => tellError(error), msg: redacted }
  const formatters = { level: (label: string) => ({ level: label }) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers, formatters }, write)
}

export type Log = pino.Logger
