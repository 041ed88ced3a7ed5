import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'
import { operation } from './operation.ts'
import { bodyErrors, networkParams } from './scope.ts'

const tag = 'Live'

/** Longest address of a view. */
const viewLimit = 2_000

/** A step of a path that a browser would walk up or leave by, written out or encoded. */
const leavingStep = /^(\.|%2e){1,2}$/i

/** Whether a text is a path below a network with its query: nothing that leads anywhere else, whoever follows it. */
function staysBelow(view: string): boolean {
  const [path = ''] = view.split('?')
  return /^[\x21-\x7e]*$/.test(view) && /^([\w~.%-]+(\/[\w~.:%-]+)*)?$/.test(path) && !path.split('/').some((step) => leavingStep.test(step))
}

/** A window of a browser, as it names itself. */
export const clientIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'has to be 1 to 64 letters, digits, hyphens or underscores')
  .describe('name that a window gives itself, new with each page')

const view = z
  .string()
  .max(viewLimit)
  .refine(staysBelow, 'has to be a path below the network, such as map?sel=node:care')
  .describe('path below the network with its query: `map?sel=node:care`')

const coordinate = z.number().min(-1e9).max(1e9)

const camera = z
  .strictObject({ x: coordinate, y: coordinate, k: z.number().gt(0).max(1e4) })
  .describe('centre of the drawing in scene units, and its scale')

const editing = z
  .strictObject({
    entity: z.enum(entityNames),
    id: z
      .string()
      .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u)
      .describe('of the record'),
    field: z.string().min(1).max(100),
  })
  .describe('the field that is open for editing')

const said = z.strictObject({
  clientId: clientIdSchema,
  view: view.nullable().describe('null: the window leaves'),
  camera: camera.nullable().default(null),
  editing: editing.nullable().default(null),
})

export const presenceSchema = z
  .object({
    clientId: clientIdSchema,
    personId: z.string(),
    name: z.string().describe('of the person, as it is now'),
    view,
    camera: camera.nullable(),
    editing: editing.nullable(),
    at: z.string().describe('instant, UTC: since when it is so'),
  })
  .meta({ id: 'Presence' })

/** What a window says of itself. */
export type PresenceSaid = z.infer<typeof said>

/** A window of somebody who is in a network now: what it shows, and which field is open in it. */
export type Presence = z.infer<typeof presenceSchema>

/** Who is in a network now. The stream of events tells it as `event: presence` with the same body as the answer here. */
export const presence = operation({
  id: 'sayPresence',
  method: 'POST',
  access: 'self',
  path: '/networks/{network}/presence',
  summary: 'Say where you are in a network, and learn who else is there',
  description:
    'For windows of people who have signed in. It holds for 45 seconds, or until 4 seconds after the stream of events of the same `client` has ended. Nothing of it is kept.',
  tag,
  params: networkParams,
  body: said,
  answer: z.object({ people: z.array(presenceSchema).readonly() }),
  errors: [...bodyErrors, 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'TOO_MANY_REQUESTS'],
  example: { body: { clientId: 'w-01', view: 'map?sel=node:care', camera: { x: 0, y: 0, k: 1 }, editing: null } },
})
