import { z } from 'zod'
import { itemSubjects, ritualKinds } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { ritualParams } from './room.ts'

/** The forms in which an output is read; what is not JSON is sent as it is. */
export const outputForms = ['json', 'md', 'html', 'ics', 'card', 'teams'] as const
export type OutputForm = (typeof outputForms)[number]

const entrySchema = z
  .object({
    text: z.string(),
    mark: z.string().optional().describe('one or two words before the text, such as what became of it'),
    owner: z.string().nullable().optional().describe('id of who does it; null: nobody does'),
    due: z.string().nullable().optional().describe('by when; null: no day was agreed'),
    about: z
      .object({ entity: z.enum(itemSubjects), id: z.string() })
      .nullable()
      .optional(),
    on: z.string().optional().describe('what `about` is called; absent where the text names it'),
  })
  .meta({ id: 'OutputEntry' })

const texts = z.array(z.string()).readonly()

const sectionSchema = z
  .object({
    id: z.string().describe('stable within the output, such as `decisions`'),
    title: z.string(),
    note: z.string().optional(),
    entries: z.array(entrySchema).readonly().optional(),
    table: z.object({ columns: texts, rows: z.array(texts).readonly() }).optional(),
  })
  .meta({ id: 'OutputSection' })

const outputSchema = z
  .object({
    kind: z.enum(ritualKinds),
    title: z.string(),
    day: z.string().describe('the day on which the session ended, else today'),
    lead: z.string().describe('one sentence that says it all'),
    facts: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
    sections: z.array(sectionSchema).readonly(),
    calendar: z.array(z.object({ id: z.string(), on: z.string(), title: z.string(), text: z.string() })).readonly(),
  })
  .meta({ id: 'SessionOutput', description: 'What a session left: computed from its records, with names as they are now.' })

export const outputs = {
  read: operation({
    id: 'readSessionOutput',
    method: 'GET',
    path: '/networks/{network}/rituals/{ritual}/output',
    summary: 'What a session left: minutes, plan, contribution',
    description: [
      'Computed from records at each request, so that names are those of now and what became of actions is up to date.',
      'With `as` another form is answered as it is: `md` Markdown (text/markdown), `html` a page that mail programs show (text/html),',
      '`ics` the days of promises and actions (text/calendar), `card` a message for Slack’s incoming webhooks, `teams` one for Teams (application/json).',
    ].join(' '),
    tag: 'Sessions',
    access: 'read',
    params: ritualParams,
    query: z.strictObject({ as: z.enum(outputForms).default('json') }),
    answer: outputSchema,
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
} as const
