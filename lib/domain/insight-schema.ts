import { z } from 'zod'
import { line, optional, prose, rank } from './field-schema.ts'
import { idOf } from './id-schema.ts'
import { whatIfEditsSchema } from './measure/what-if/edit.ts'
import { textUpTo } from './text.ts'
import { calendarDay } from './time-schema.ts'

const ruleKey = textUpTo(80).regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/, 'must be the key of a check, such as keyResult.noOwner')

/** The records of checks and of what-ifs; see `entitySchemas`. */
export const insightSchemas = {
  checkSetting: z.strictObject({
    id: idOf('checkSetting'),
    rank,
    rule: ruleKey.describe('key of the check that it sets'),
    isOn: z.boolean().default(true),
    limit: optional(z.number().finite()).describe('where the check begins to speak; its own default where absent'),
  }),
  acceptance: z.strictObject({
    id: idOf('acceptance'),
    rank,
    finding: textUpTo(2_000).min(1).describe('id of the finding that is accepted: its check and its subjects'),
    rule: ruleKey.describe('key of the check'),
    because: textUpTo(2_000).min(1).describe('why it is accepted'),
    ownerId: optional(idOf('person')).describe('who answers for it'),
    reviewOn: calendarDay.describe('from this day it is a finding again'),
  }),
  whatIf: z.strictObject({
    id: idOf('whatIf'),
    rank,
    name: line,
    note: prose,
    edits: whatIfEditsSchema,
    ownerId: optional(idOf('person')).describe('who keeps it'),
  }),
} as const
