import pino from 'pino'
import type { Config } from './config.ts'

/** JSON lines on stderr, so that stdout stays what a person reads. Secrets never reach a line: addresses and headers are not logged. */
export function makeLog(level: Config['logLevel']): pino.Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))
}

export type Log = pino.Logger
