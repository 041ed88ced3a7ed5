import { z } from 'zod'
import { roles } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const role = z.enum(roles)

const meSchema = z
  .object({
    userId: z.string().nullable().describe('null for the program itself'),
    personId: z.string().nullable().describe('the person that one is here; null for the owner of the server who has not joined'),
    name: z.string(),
    role,
    members: z.array(z.object({ personId: z.string(), role })).describe('the people who can sign in to this network'),
    isInstanceOwner: z.boolean(),
    unread: z.int().min(0).describe('notifications that were not read yet'),
  })
  .meta({ id: 'Me' })

/** Who somebody is in a network, as pages and scripts learn it. */
export type Me = z.infer<typeof meSchema>

/** Who asks, and what that is worth in a network. */
export const me = operation({
  id: 'readMe',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/me',
  summary: 'Who you are in a network, and what you may do',
  tag: 'Members',
  params: networkParams,
  answer: meSchema,
  errors: ['NOT_FOUND', 'VALIDATION'],
})
