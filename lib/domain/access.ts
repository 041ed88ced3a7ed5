import { DomainError } from './error.ts'
import type { EntityName } from './ids.ts'
import { leadsOf } from './own-nodes.ts'
import { isOwn, type Subject } from './reach.ts'
import { entityWords, type Snapshot } from './snapshot.ts'
import type { Role } from './vocabulary.ts'

/** What can be done in a network as a whole. What may be done to a record is told by `mayChange`. */
export type NetworkAction = 'read' | 'write' | 'manage' | 'self'

const rolesByAction: Record<NetworkAction, readonly Role[]> = {
  read: ['viewer', 'contributor', 'facilitator', 'editor', 'owner'],
  /** send commands at all; each command asks again for the record that it changes */
  write: ['contributor', 'facilitator', 'editor', 'owner'],
  /** members, invitations, links, webhooks, the end of the network */
  manage: ['owner'],
  /** one's own inbox, notifications and settings in the network */
  self: ['viewer', 'contributor', 'facilitator', 'editor', 'owner'],
}

/** Whether a role allows an action in its network. Cost O(1). */
export function can(role: Role, action: NetworkAction): boolean {
  return rolesByAction[action].includes(role)
}

/** Somebody who acts in a network. */
export type Who = {
  /** the person of the network that acts; null for the program itself */
  readonly personId: string | null
  readonly role: Role
  /** the people who can sign in to this network, with what they may do */
  readonly members: ReadonlyMap<string, Role>
}

/** The program itself: imports, templates, the command line of the machine. It may everything, and answers for nobody. */
export const system: Who = { personId: null, role: 'owner', members: new Map() }

/** Whether it is the program itself that acts. Cost O(1). */
export function isProgram(who: Who): boolean {
  return who === system
}

/**
 * Whose records a role may change: those of every node; those of its own nodes only, and what one keeps oneself; none. Records that live on no node (areas,
 * goals, cycles, people, teams, the network) are in reach of `all` only.
 */
type Reach = 'all' | 'own' | 'none'

type Kind = 'structure' | 'content' | 'cycle' | 'talk' | 'kept'

const kindByEntity: Record<EntityName, Kind> = {
  network: 'structure',
  area: 'structure',
  node: 'structure',
  person: 'structure',
  team: 'structure',
  participation: 'structure',
  exchange: 'structure',
  goal: 'structure',
  cycle: 'cycle',
  objective: 'content',
  keyResult: 'content',
  dependency: 'content',
  promiseMove: 'content',
  checkIn: 'content',
  source: 'content',
  comment: 'talk',
  exchangeCheck: 'content',
  proposal: 'talk',
  mark: 'cycle',
  reason: 'talk',
  healthMetric: 'content',
  healthReading: 'content',
  ritual: 'cycle',
  ritualItem: 'talk',
  signOff: 'talk',
  tally: 'cycle',
  checkSetting: 'cycle',
  acceptance: 'talk',
  whatIf: 'kept',
}

/** A check is held by the people of its node, a coffee is a talk that everybody may take; plans and walks are of the whole network. */
function kindOf({ entity, record }: Subject): readonly Kind[] {
  const kind = kindByEntity[entity]
  if (entity !== 'ritual' || !('phase' in record && 'facilitatorId' in record)) return [kind]
  if (record.kind === 'check') return [kind, 'content']
  return record.kind === 'coffee' ? [kind, 'talk'] : [kind]
}

const reachByRole: Record<Role, Record<Kind, Reach>> = {
  viewer: { structure: 'none', content: 'none', cycle: 'none', talk: 'none', kept: 'none' },
  contributor: { structure: 'own', content: 'own', cycle: 'none', talk: 'all', kept: 'own' },
  facilitator: { structure: 'none', content: 'none', cycle: 'all', talk: 'all', kept: 'own' },
  editor: { structure: 'all', content: 'all', cycle: 'all', talk: 'all', kept: 'all' },
  owner: { structure: 'all', content: 'all', cycle: 'all', talk: 'all', kept: 'all' },
}

export type { Subject }

/**
 * Whether somebody may make, change or delete a record. An update asks for the record before and after it.
 *
 * @param day `YYYY-MM-DD` in the network's time zone, on which participations have to hold
 * Cost O(participations of the person and of the record's node). Spec: AC1-AC9.
 */
export function mayChange(snapshot: Snapshot, { role, personId }: Who, subject: Subject, day: string): boolean {
  const reaches = kindOf(subject).map((kind) => reachByRole[role][kind])
  if (reaches.includes('all')) return true
  return reaches.includes('own') && personId !== null && isOwn(snapshot, { personId, day }, subject)
}

/** @throws DomainError FORBIDDEN where `mayChange` says no */
export function requireMay(snapshot: Snapshot, who: Who, subject: Subject, day: string): void {
  if (!mayChange(snapshot, who, subject, day)) throw forbidden(who, { entity: subject.entity, id: subject.record.id })
}

/** The refusal of a change of one record, with what would help. Cost O(1). */
export function forbidden({ role }: Pick<Who, 'role'>, at: { readonly entity: EntityName; readonly id: string }): DomainError {
  const remedy = role === 'contributor' ? 'You can change what lives on nodes in which you take part.' : `Your role is ${role}.`
  const message = `You may not change this ${entityWords[at.entity]}. ${remedy} An owner of the network can give you another role.`
  return new DomainError('FORBIDDEN', message, at)
}

/**
 * Keeps the person of somebody who can sign in: their role would be left without a person.
 *
 * @throws DomainError FORBIDDEN
 * Cost O(1). Spec: AC12.
 */
export function refuseMember({ members }: Pick<Who, 'members'>, { entity, record }: Subject): void {
  if (entity !== 'person' || !members.has(record.id)) return
  throw new DomainError('FORBIDDEN', 'This person can sign in to the network. End the membership first; then the person can be deleted.', {
    entity,
    id: record.id,
  })
}

/**
 * The people who speak for a node: its leads who can sign in and write; where there is none, everybody with the role editor or owner.
 *
 * Cost O(participations of the node + members). Spec: PR2.
 */
export function speakersFor(snapshot: Snapshot, { members }: Pick<Who, 'members'>, nodeId: string, day: string): readonly string[] {
  const leads = leadsOf(snapshot, nodeId, day).filter((personId) => can(members.get(personId) ?? 'viewer', 'write'))
  if (leads.length > 0) return leads
  return [...members].flatMap(([personId, role]) => (role === 'editor' || role === 'owner' ? [personId] : []))
}

/** Whether somebody speaks for a node. The program itself speaks for every node. Cost that of `speakersFor`. */
export function speaksFor(snapshot: Snapshot, who: Who, nodeId: string, day: string): boolean {
  return who.personId === null ? who.role === 'owner' : speakersFor(snapshot, who, nodeId, day).includes(who.personId)
}
