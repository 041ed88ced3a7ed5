import { inDocumentOrder } from '../../okr/document-order.ts'
import { holdsOn } from '../../own-nodes.ts'
import { say } from '../../ritual/plan/fit/words.ts'
import type { CheckRule, CheckScope } from '../rule.ts'
import { recordPart } from '../say.ts'

/** The teams that serve a node on the day, by themselves or by one of their people. */
function serving({ snapshot: { tables }, today }: CheckScope): ReadonlySet<string> {
  const held = [...tables.participation.values()].filter((each) => holdsOn(each, today))
  const byThemselves = held.flatMap(({ teamId }): string[] => (teamId === null ? [] : [teamId]))
  const byPeople = held.flatMap(({ personId }): readonly string[] => (personId === null ? [] : (tables.person.get(personId)?.teamIds ?? [])))
  return new Set([...byThemselves, ...byPeople])
}

/** A team that serves no node on the day. Cost O(teams + participations). Spec: AL75. */
export const idleTeam: CheckRule = {
  key: 'idleTeam',
  theme: 'structure',
  severity: 'medium',
  title: 'Team without a node',
  why: 'A team that was formed without asking which value it serves.',
  source: 'Teams are formed around nodes, and not the other way round.',
  fix: 'Say which nodes it serves.',
  limit: null,
  find: (scope) => {
    const known = serving(scope)
    return inDocumentOrder(scope.snapshot.tables.team)
      .filter(({ id }) => !known.has(id))
      .map((team) => ({
        subjects: [{ entity: 'team', id: team.id }],
        nodeIds: [],
        sentence: say('The team ', recordPart('team', team), ' serves no node.'),
        own: [],
      }))
  },
}
