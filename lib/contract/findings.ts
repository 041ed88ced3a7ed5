import { z } from 'zod'
import { checkThemes } from '../domain/checks/rule.ts'
import { entityNames } from '../domain/ids.ts'
import { severities } from '../domain/ritual/plan/fit/finding.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const ids = z.array(z.string()).readonly()

const given = z.object({ ownerId: z.string().nullable(), dueOn: z.string().nullable(), text: z.string().nullable(), value: z.number().nullable() })

const fix = z
  .object({
    id: z.string(),
    key: z.string().describe('the key that it has on the screen'),
    label: z.string(),
    needs: z
      .array(z.enum(['ownerId', 'dueOn', 'text', 'value']))
      .readonly()
      .describe('what has to be filled in first'),
    suggested: given,
    commands: z
      .array(z.object({ name: z.string(), input: z.unknown() }))
      .readonly()
      .describe('to be sent to `runCommands`, with what is suggested and with fresh ids'),
  })
  .meta({ id: 'CheckFix', description: 'One way to deal with a finding.' })

const finding = z
  .object({
    id: z.string().describe('its rule and its subjects: the same as long as it is there; acceptances name it'),
    rule: z.string().describe('key of the check'),
    theme: z.enum(checkThemes),
    severity: z.enum(severities),
    subjects: z
      .array(z.object({ entity: z.enum(entityNames), id: z.string() }))
      .readonly()
      .describe('what it is about, the first thing first'),
    nodeIds: ids.describe('the nodes that have to look at it'),
    sentence: z.string(),
    acceptance: z
      .object({ id: z.string(), because: z.string(), ownerId: z.string().nullable(), reviewOn: z.string() })
      .nullable()
      .describe('why it was accepted, and until which day; from that day on it is a finding again'),
    fixes: z.array(fix).readonly().describe('what whoever asks may do about it; what only others may do is not among them'),
  })
  .meta({ id: 'CheckFinding', description: 'What a check found. It never blocks anything.' })

const check = z
  .object({
    key: z.string(),
    theme: z.enum(checkThemes),
    severity: z.enum(severities),
    title: z.string(),
    why: z.string(),
    source: z.string(),
    fix: z.string(),
    isOn: z.boolean(),
    limit: z
      .object({
        value: z.number().describe('that of the network, else the usual one'),
        usual: z.number(),
        least: z.number(),
        most: z.number(),
        unit: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Check', description: 'An alignment rule, and what the network has set for it.' })

/** What the alignment rules find, for scripts: docs/spec/checks.md. */
export const findings = operation({
  id: 'listFindings',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/findings',
  summary: 'What the checks find in the plan and in the value network',
  description: 'Rule by rule, in the order of `checks`. What is accepted until a day that has not come is left out unless it is asked for.',
  tag: 'Checks',
  params: networkParams,
  query: z.strictObject({
    cycle: z.string().max(200).optional().describe('id of a cycle; the current one unless given'),
    rule: z.string().max(80).optional().describe('only what this check finds'),
    accepted: z.enum(['true', 'false']).default('false').describe('true: also what is accepted, in a list of its own'),
    on: calendarDay.optional().describe('the day to judge by; today in the network’s time zone unless given'),
  }),
  answer: z.object({
    revision: revisionSchema,
    on: z.string(),
    cycleId: z.string().nullable(),
    findings: z.array(finding).readonly(),
    accepted: z.array(finding).readonly(),
    checks: z.array(check).readonly(),
  }),
  errors: ['NOT_FOUND', 'VALIDATION'],
})
