import { keyResultCalls, type NewPeople } from '../../../../../lib/client/outline/create-key-result.ts'
import { type CommandCall, call } from '../../../../../lib/domain/command/call.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import type { QuickAddContext } from '../../../../../lib/domain/quick-add/draft.ts'
import { parseQuickAdd } from '../../../../../lib/domain/quick-add/quick-add.ts'
import type { DraftAnswer } from '../../../../../lib/domain/ritual/sealed.ts'
import { find, referring, type Snapshot } from '../../../../../lib/domain/snapshot.ts'

/** A line of a draft. It becomes the record with its id, so that a line is taken once, whoever takes it. */
export type DraftLine = DraftAnswer['lines'][number]

/** Where lines are taken to. */
export type TakeTo = { readonly snapshot: Snapshot; readonly nodeId: string; readonly cycleId: string; readonly context: QuickAddContext }

/** Whether a line stands in the plan already. */
export function isTaken(snapshot: Snapshot, { id }: DraftLine): boolean {
  return find(snapshot, 'objective', id) !== undefined || find(snapshot, 'keyResult', id) !== undefined
}

/** The lines that say something. */
export function written(lines: readonly DraftLine[]): DraftLine[] {
  return lines.filter(({ text }) => text.trim() !== '')
}

/** The objective line above a line in the same draft. */
function above(lines: readonly DraftLine[], line: DraftLine): DraftLine | undefined {
  return lines.slice(0, lines.indexOf(line)).findLast(({ kind }) => kind === 'objective')
}

function objectiveCall({ nodeId, cycleId }: TakeTo, id: string, title: string): CommandCall {
  const at = { nodeId: asId<'node'>(nodeId), cycleId: asId<'cycle'>(cycleId) }
  return call('objective.create', { id: asId<'objective'>(id), title: title.trim().slice(0, 500), ...at })
}

type Home = { readonly id: string; readonly calls: CommandCall[] }

/** The objective that a key result comes under: that of its draft, else the first of the node, else one that can be named later. */
function homeOf(to: TakeTo, lines: readonly DraftLine[], line: DraftLine): Home {
  const own = above(lines, line)
  if (own && find(to.snapshot, 'objective', own.id)) return { id: own.id, calls: [] }
  if (own) return { id: own.id, calls: [objectiveCall(to, own.id, own.text)] }
  const [first] = referring(to.snapshot, 'objective', 'nodeId', to.nodeId).filter(({ cycleId }) => cycleId === to.cycleId)
  if (first) return { id: first.id, calls: [] }
  const id = `${line.id}_home`
  return { id, calls: [objectiveCall(to, id, 'Untitled objective')] }
}

/**
 * The commands that take lines of one draft into the plan. A key result brings the objective above it along.
 *
 * @param lines all lines of the draft, in their order
 */
export function takeCalls(to: TakeTo, lines: readonly DraftLine[], chosen: readonly DraftLine[]): CommandCall[] {
  const made = new Set<string>()
  const people: NewPeople = new Map()
  return written(chosen).flatMap((line): CommandCall[] => {
    if (isTaken(to.snapshot, line) || made.has(line.id)) return []
    if (line.kind === 'objective') {
      made.add(line.id)
      return [objectiveCall(to, line.id, line.text)]
    }
    const home = homeOf(to, written(lines), line)
    const first = made.has(home.id) ? [] : home.calls
    made.add(home.id)
    const read = parseQuickAdd(line.text, to.context)
    const titled = read.title === '' ? { ...read, title: line.text.trim() } : read
    return [...first, ...keyResultCalls(to.snapshot, titled, { objectiveId: home.id, id: line.id }, people).calls]
  })
}

/** Whether two drafts say the same. */
export function sameLines(one: readonly DraftLine[], other: readonly DraftLine[]): boolean {
  return (
    one.length === other.length && one.every(({ id, kind, text }, at) => other[at]?.id === id && other[at].kind === kind && other[at].text === text)
  )
}
