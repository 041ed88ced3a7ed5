import type { Severity } from '../../../lib/domain/ritual/plan/fit/finding.ts'

/** A severity by its shape and its words, never by its colour alone. */
export const severitySigns: Readonly<Record<Severity, string>> = { high: '▲', medium: '◆', low: '●' }
export const severityWords: Readonly<Record<Severity, string>> = { high: 'Important', medium: 'Worth a look', low: 'For notice' }
