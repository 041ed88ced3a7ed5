import { z } from 'zod'
import { refuseMember, requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type Person } from '../entity.ts'
import { DomainError } from '../error.ts'
import { todayIn } from '../own-nodes.ts'
import { mergePerson } from '../people/merge.ts'
import { requireRules } from '../rules.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.person

function refuse(path: string, message: string, remedy: string): DomainError {
  return new DomainError('VALIDATION', `${message} ${remedy}`, { faults: [{ path, message, remedy }] })
}

function requirePlaceholder({ name, isPlaceholder }: Person): void {
  if (!isPlaceholder) throw refuse('id', `“${name}” is known by name already.`, 'Change the name of a person by editing the person.')
}

function named(before: Person, fields: Pick<Person, 'name'> & { readonly email: Person['email'] | undefined }): Change[] {
  const { name, email = before.email } = fields
  const change = diff('person', before, { ...before, name, email, isPlaceholder: false })
  return change ? [change] : []
}

function merged(snapshot: Snapshot, placeholder: Person, into: Person, { who, now }: CommandContext): Change[] {
  if (into.id === placeholder.id) throw refuse('into', 'A person cannot become part of itself.', 'Choose another person.')
  requireMay(snapshot, who, { entity: 'person', record: into }, todayIn(snapshot, now))
  refuseMember(who, { entity: 'person', record: placeholder })
  return mergePerson(snapshot, placeholder, into)
}

/**
 * Says who a placeholder is: gives it a name, or makes it part of a person who is here already. Either way everything that hung on the
 * placeholder stays.
 */
export const namePerson = command({
  input: z.strictObject({ id: shape.id, name: shape.name.optional(), email: shape.email.unwrap().optional(), into: shape.id.optional() }),
  decide: (snapshot, { id, name, email, into }, ctx) => {
    const placeholder = get(snapshot, 'person', id)
    requirePlaceholder(placeholder)
    requireMay(snapshot, ctx.who, { entity: 'person', record: placeholder }, todayIn(snapshot, ctx.now))
    if ((name === undefined) === (into === undefined))
      throw refuse('name', 'A placeholder is named, or becomes part of somebody.', 'Give either name or into.')
    if (into !== undefined) {
      if (email !== undefined) throw refuse('email', 'The person who is here keeps the e-mail address.', 'Leave it out.')
      const known = find(snapshot, 'person', into)
      if (!known)
        throw new DomainError('UNKNOWN_REFERENCE', `There is no person “${into}”.`, {
          faults: [{ path: 'into', message: `There is no person “${into}”.` }],
        })
      return merged(snapshot, placeholder, known, ctx)
    }
    const after = { ...placeholder, name: name ?? placeholder.name }
    requireRules('person', after, (entity, each) => find(snapshot, entity, each) !== undefined)
    return named(placeholder, { name: after.name, email })
  },
})
