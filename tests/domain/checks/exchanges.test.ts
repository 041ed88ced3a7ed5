import { expect, test } from 'vitest'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { fix, fixCalls, foundBy, gives, nodes, plan, saidBy, today } from './kit.ts'

test('AL50: an exchange on which no key result rests, that way', () => {
  const exchange = [gives('node_b', 'node_a', { deliverable: 'Leads' }), gives('node_a', 'node_b', { deliverable: 'Stories' })]
  const snapshot = plan({ a: {}, b: {} }, [{ supplier: 'b', consumer: 'a' }], { exchange })
  expect(saidBy('unusedExchange', snapshot)).toEqual(['No key result of q rests on “Stories” from node_a to node_b.'])
})

test('AL51: not confirmed by its receiver; one key confirms it', () => {
  const told = (confirmed: boolean | null) => nodes({ x: {}, y: {} }, { exchange: [gives('x', 'y', { deliverable: 'Leads', confirmed })] })
  const snapshot = told(false)
  expect(saidBy('oneSided', snapshot)).toEqual(['“Leads” from x to y is not confirmed: y has not said that it gets it.'])
  fix(snapshot, 'oneSided', 'confirm')
  expect([...saidBy('oneSided', snapshot), ...saidBy('oneSided', told(null))]).toEqual([])
})

test('AL52: the receiver has not said what it is worth; 0 is a rating', () => {
  const rated = (valueByReceiver: number | null) =>
    nodes({ x: {}, y: {} }, { exchange: [gives('x', 'y', { deliverable: 'Leads', valueByReceiver })] })
  const snapshot = rated(null)
  expect(saidBy('noRating', snapshot)).toEqual(['y has not said what “Leads” from x to y is worth.'])
  fix(snapshot, 'noRating', 'rate', { value: 4 })
  expect([...saidBy('noRating', snapshot), ...saidBy('noRating', rated(0))]).toEqual([])
})

test('AL51, AL52, AC22: what the receiver says is a fix of the receiver, not of the giver', () => {
  const network = () => {
    const participation = ['x', 'y'].map((node) => ({ id: `p-${node}`, nodeId: node, personId: `of-${node}`, tier: 'core' }))
    const person = ['x', 'y'].map((node) => ({ id: `of-${node}`, name: node }))
    return nodes({ x: {}, y: {} }, { person, participation, exchange: [gives('x', 'y', { deliverable: 'Leads', confirmed: false })] })
  }
  const can = (personId: string, rule: string, id: string) => {
    const who = { personId, role: 'contributor', members: new Map() } as const
    try {
      runCommands(network(), fixCalls(network(), rule, id, { value: 0 }), { actor: personId, who, now: `${today}T09:00:00Z` })
      return true
    } catch (error) {
      if (error instanceof DomainError && error.code === 'FORBIDDEN') return false
      throw error
    }
  }
  expect(['of-x', 'of-y'].map((each) => [can(each, 'oneSided', 'confirm'), can(each, 'noRating', 'rate')])).toEqual([
    [false, false],
    [true, true],
  ])
})

test('AL53: levels of value with nothing; one finding where no exchange says its level', () => {
  const levels = (...list: readonly (string | null)[]) =>
    nodes({ x: {}, y: {} }, { exchange: list.map((level, at) => gives('x', 'y', { id: `e${at}`, deliverable: `thing ${at}`, level })) })
  expect(saidBy('emptyLevel', levels('internal', 'external', 'network'))).toEqual(['No exchange makes civic value.'])
  expect(foundBy('emptyLevel', levels('civic', 'external')).map(({ id }) => id)).toEqual(['emptyLevel:net+internal', 'emptyLevel:net+network'])
  expect(saidBy('emptyLevel', levels('internal', 'external', 'network', 'civic'))).toEqual([])
  expect(saidBy('emptyLevel', levels(null))).toHaveLength(1)
  expect(saidBy('emptyLevel', levels())).toEqual([])
})

test('AL54: the same deliverable to the same receiver, however it is spelt', () => {
  const two = (deliverable: string, to = 'z') =>
    nodes({ x: {}, y: {}, z: {} }, { exchange: [gives('x', 'z', { deliverable: 'Weekly report' }), gives('y', to, { deliverable })] })
  expect(saidBy('duplicate', two(' weekly  Report '))).toEqual(['z gets “Weekly report” from 2 nodes: x and y. Do they know of each other?'])
  expect([...saidBy('duplicate', two('Monthly report')), ...saidBy('duplicate', two('Weekly report', 'x'))]).toEqual([])
  const twice = nodes(
    { x: {}, z: {} },
    { exchange: [gives('x', 'z', { deliverable: 'Report' }), gives('x', 'z', { id: 'again', deliverable: 'Report' })] },
  )
  expect(saidBy('duplicate', twice)).toEqual(['x gives z “Report” 2 times: is it one exchange?'])
})
