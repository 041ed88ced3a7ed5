import type { Role } from '../domain/vocabulary.ts'

/** What each role may do, in one sentence for who chooses it. */
export const roleSentences: Record<Role, string> = {
  viewer: 'Reads everything and changes nothing.',
  contributor: 'Drafts, checks in, asks and answers for the nodes in which they take part.',
  facilitator: 'Runs cycles and rituals; does not change what a node says.',
  editor: 'Changes everything in the network.',
  owner: 'All of that, and people, invitations, links and webhooks.',
}

/** From least to most, as menus list them. */
export const rolesInOrder = ['viewer', 'contributor', 'facilitator', 'editor', 'owner'] as const satisfies readonly Role[]
