import type { z } from 'zod'
import type { daysSchema, differenceSchema, reportSchema } from '../../../lib/contract/history-schemas.ts'

export type { HistoryEntry } from '../../../lib/contract/history-schemas.ts'
export type Difference = z.infer<typeof differenceSchema>
export type Day = z.infer<typeof daysSchema>['days'][number]
export type Report = z.infer<typeof reportSchema>
export type ReasonGroup = Report['groups'][number]
