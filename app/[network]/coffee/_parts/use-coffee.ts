import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { useMayAdd, useMayAsk } from '../../../../lib/client/who.ts'
import type { Node, Objective } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { ownNodes } from '../../../../lib/domain/own-nodes.ts'
import { readDay } from '../../../../lib/domain/quick-add/due.ts'
import { type Coffee, coffeeCalls, coffeeFault, giveAndGet, worthIn } from '../../../../lib/domain/ritual/check/coffee.ts'
import { parseLine } from '../../../../lib/domain/ritual/line.ts'
import { get, listOf, networkOf } from '../../../../lib/domain/snapshot.ts'
import { addDays } from '../../../../lib/domain/time.ts'
import { type Said, useSaid } from './use-said.ts'

/** Where nobody names a day: time enough to begin, too little to forget it. */
const usualDays = 14

/** An objective that a node would have, to ask whether one may plan for it. */
function wouldBe(nodeId: string, cycleId: string): Objective {
  const unknown = { kind: null, ownerId: null, goalIds: [], weight: null, description: null, carriedFromId: null }
  return { ...unknown, id: asId('obj_new'), rank: 1, title: 'New', nodeId: asId(nodeId), cycleId: asId(cycleId) }
}

/** Our nodes: those for which this person may plan, own ones first. */
function useOurNodes(cycleId: string | null): readonly Node[] {
  const { snapshot, who, today } = useNetwork()
  const may = useMayAsk()
  if (cycleId === null) return []
  const own = ownNodes(snapshot, who.personId, today)
  return listOf(snapshot, 'node')
    .filter(({ id }) => may('objective', wouldBe(id, cycleId)))
    .sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
}

/** The partner that a text names: a node that is there; null where it names none. */
function namedNode(nodes: readonly Node[], text: string): Node | null {
  const wanted = text.trim().toLowerCase()
  return nodes.find(({ name }) => name.toLowerCase() === wanted) ?? null
}

type Words = Pick<Coffee, 'commitment' | 'on'>

/** The first commitment with its day: that of its own field, else the one in the line, else in two weeks. */
function useCommitment({ commitment, day }: Said): Words & { readonly isDayUnread: boolean } {
  const { snapshot, today } = useNetwork()
  const context = useQuickAddContext()
  const line = parseLine(commitment, { people: [], today, weekStart: networkOf(snapshot).weekStart })
  const own = day.trim() === '' ? null : readDay(day, context)
  return {
    commitment: line.text,
    on: own ?? line.dueOn ?? addDays(today, usualDays),
    isDayUnread: day.trim() !== '' && own === null,
  }
}

/** A coffee as it is said so far: what it would end in, what is missing, and the end itself as one change set. */
export function useCoffee() {
  const { snapshot, cycle } = useNetwork()
  const mutate = useMutate()
  const may = useMayAsk()
  const mayAddNode = useMayAdd('node')
  const { said, say, isFromBefore, startAnew, forget } = useSaid()
  const ours = useOurNodes(cycle?.id ?? null)
  const us = ours.find(({ id }) => id === said.ourNodeId) ?? ours[0] ?? null
  const known = namedNode(listOf(snapshot, 'node'), said.partner)
  const isNew = known === null && said.partner.trim() !== ''
  const mayPlanForThem = cycle !== null && (known ? may('objective', wouldBe(known.id, cycle.id)) : mayAddNode)
  const given = giveAndGet(said.gives) ?? { weGive: said.gives.trim(), theyGive: '' }
  const { isDayUnread, ...words } = useCommitment(said)
  const areaId = said.areaId ?? us?.areaId ?? ''
  const coffee: Coffee = {
    ourNodeId: us?.id ?? '',
    partner: known ? { nodeId: known.id } : { name: said.partner.trim(), areaId },
    job: said.job.trim(),
    ...given,
    worth: worthIn(said.worth),
    ...words,
    promisedBy: mayPlanForThem ? said.promisedBy : 'them',
    cycleId: cycle?.id ?? '',
  }
  const unable = isNew && !mayAddNode ? `There is no node “${said.partner.trim()}” here. Choose one of the list; an editor can add a new one.` : null
  const unread = isDayUnread ? 'Write the day like fri, 31 mar or in 3 weeks.' : null
  const fault = unable ?? coffeeFault(snapshot, coffee) ?? unread
  const agree = async () => {
    if (!us) return null
    const them = known?.name ?? said.partner.trim()
    const title = `Coffee of ${get(snapshot, 'node', us.id).name} and ${them}`
    const made = freshId('ritual')
    const done = await mutate(coffeeCalls(snapshot, coffee, { id: made, newId: freshId, title }), { toast: `Agreed with ${them}.` })
    if (!done) return null
    forget()
    return made
  }
  return { said, say, isFromBefore, startAnew, ours, us, coffee, isNew, mayPlanForThem, areaId, fault, agree }
}

export type CoffeeState = ReturnType<typeof useCoffee>
