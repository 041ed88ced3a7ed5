import { expect, test } from 'vitest'
import { checkFindings } from '../../../lib/domain/checks/findings.ts'
import { groupedFindings, walkedFindings } from '../../../lib/domain/checks/grouped.ts'
import { shownOfFinding } from '../../../lib/domain/checks/shown.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { words } from '../../../lib/domain/plan/sentence.ts'
import { goldenNetwork } from '../sketch.ts'

const snapshot = goldenNetwork()
const { findings } = checkFindings(snapshot, assess(snapshot, { today: '2027-02-01', cycleId: snapshot.tables.cycle.keys().next().value ?? null }))

function shownOf(
  subjects: readonly (readonly [entity: 'keyResult' | 'dependency' | 'exchange' | 'node' | 'objective' | 'goal' | 'person', id: string])[],
  nodeIds: string[] = [],
) {
  const [first, ...rest] = subjects.map(([entity, id]) => ({ entity, id }))
  if (!first) throw new Error('a finding is about something')
  return shownOfFinding(snapshot, { subjects: [first, ...rest], nodeIds, sentence: [] })
}

test('AL15: findings are walked in the order in which they are listed, each once', () => {
  const listed = groupedFindings(findings).flatMap(({ rules }) => rules.flatMap((group) => group.findings.map(({ id }) => id)))
  expect(walkedFindings(findings).map(({ id }) => id)).toEqual(listed)
  expect(listed.toSorted()).toEqual(findings.map(({ id }) => id).toSorted())
  expect(listed.length).toBeGreaterThan(5)
})
test('AL15: key results are lit with the needs among them, and not the nodes that have to look', () => {
  const needs = [...snapshot.tables.dependency.values()].filter(
    ({ supplierKeyResultId, consumerKeyResultId }) => supplierKeyResultId === 'K3' && consumerKeyResultId === 'K7',
  )
  expect(needs).toHaveLength(1)
  expect(
    shownOf(
      [
        ['keyResult', 'K3'],
        ['keyResult', 'K7'],
      ],
      ['node_brand'],
    ),
  ).toEqual({
    keyResultIds: ['K3', 'K7'],
    dependencyIds: needs.map(({ id }) => id),
    exchangeIds: [],
    nodeIds: [],
  })
  expect(shownOf([['dependency', 'd1']], ['node_brand'])).toMatchObject({ dependencyIds: ['d1'], keyResultIds: [], nodeIds: [] })
})
test('AL15: of an objective its key results, of a goal the one that measures it', () => {
  const objective = [...snapshot.tables.objective.values()][0]
  const own = [...snapshot.tables.keyResult.values()].filter(({ objectiveId }) => objectiveId === objective?.id).map(({ id }) => id)
  expect(own.length).toBeGreaterThan(0)
  expect(shownOf([['objective', objective?.id ?? '']]).keyResultIds.toSorted()).toEqual(own.toSorted())
  const goal = [...snapshot.tables.goal.values()].find(({ keyResultId }) => keyResultId !== null)
  expect(shownOf([['goal', goal?.id ?? '']]).keyResultIds).toEqual([goal?.keyResultId])
})
test('AL15: exchanges and nodes are lit with the nodes that have to look; what is about people lights theirs', () => {
  expect(shownOf([['exchange', 'e1']], ['node_brand'])).toMatchObject({ exchangeIds: ['e1'], nodeIds: ['node_brand'], keyResultIds: [] })
  expect(shownOf([['node', 'a']], ['a', 'b']).nodeIds).toEqual(['a', 'b'])
  expect(shownOf([['person', 'p']], ['a']).nodeIds).toEqual(['a'])
  expect(shownOf([['person', 'p']])).toEqual({ nodeIds: [], keyResultIds: [], dependencyIds: [], exchangeIds: [] })
})
test('AL15: what the sentence names beside that is lit, too, such as what blocks a key result', () => {
  const sentence = [words('Blocked: '), { kind: 'keyResult', id: 'K3', text: 'Offers' } as const, words('.')]
  const shown = shownOfFinding(snapshot, { subjects: [{ entity: 'keyResult', id: 'K7' }], nodeIds: [], sentence })
  expect(shown.keyResultIds).toEqual(['K7', 'K3'])
})
test('AL15: every finding of the worked example names something that is drawn, or the network, an area, a team or a person', () => {
  for (const finding of findings) {
    const { nodeIds, keyResultIds, dependencyIds, exchangeIds } = shownOfFinding(snapshot, finding)
    const isDrawn = nodeIds.length + keyResultIds.length + dependencyIds.length + exchangeIds.length > 0
    expect([finding.id, isDrawn || ['network', 'area', 'team', 'person'].includes(finding.subjects[0].entity)]).toEqual([finding.id, true])
  }
})
