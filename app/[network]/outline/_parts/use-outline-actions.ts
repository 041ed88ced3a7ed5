'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useDelete } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { indent, moveRow, outdent } from '../../../../lib/client/outline/move.ts'
import { parentIdOf } from '../../../../lib/client/outline/place.ts'
import { entityOfKind, keyOf, parentOf, type RecordKind, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { siblingsUnder } from '../../../../lib/client/outline/under.ts'
import { announce, showToast } from '../../../../lib/client/toast.ts'
import { useView } from '../../../../lib/client/view.ts'
import { askNeed, askOffer } from '../../../components/graph/connect-prompts.ts'
import { columnActions, outlineActions } from './actions.ts'
import { copyOf } from './copy-rows.ts'
import type { OutlineParts } from './outline-context.ts'
import type { OutlineState } from './use-outline-state.ts'

const pageRows = 15

type Options = {
  readonly parts: OutlineParts
  readonly state: OutlineState
  readonly rows: readonly RecordRow[]
}

/** The row that is active, and what stands around it. */
function activeRow({ state, rows }: Options): { at: number; row: RecordRow | undefined } {
  const at = rows.findIndex(({ key }) => key === state.active?.key)
  return { at, row: rows[at] }
}

function useMoves(options: Options): void {
  const { parts, rows, state } = options
  const { shown } = parts
  const { at, row } = activeRow(options)
  const column = state.active?.column ?? 'title'
  const goRow = (to: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (next) state.focusOn({ key: next.key, column })
  }
  const goColumn = (to: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))]
    if (row && next) state.focusOn({ key: row.key, column: next })
  }
  const left = () => {
    const place = shown.indexOf(column)
    if (place > 0) return goColumn(place - 1)
    if (row?.isExpanded) return parts.toggle(row)
    const parent = row?.parentKey
    if (parent) state.focusOn({ key: parent, column: 'title' })
  }
  const right = () => {
    if (column === 'title' && row?.hasChildren && !row.isExpanded) return parts.toggle(row)
    goColumn(shown.indexOf(column) + 1)
  }
  useAction(outlineActions.down, () => goRow(at + 1))
  useAction(outlineActions.up, () => goRow(at - 1))
  useAction(outlineActions.left, left)
  useAction(outlineActions.right, right)
  useAction(outlineActions.rowStart, () => goColumn(0))
  useAction(outlineActions.rowEnd, () => goColumn(shown.length - 1))
  useAction(outlineActions.first, () => goRow(0))
  useAction(outlineActions.last, () => goRow(rows.length - 1))
  useAction(outlineActions.pageDown, () => goRow(at + pageRows))
  useAction(outlineActions.pageUp, () => goRow(at - pageRows))
  useAction(
    outlineActions.leave,
    () => {
      state.setTabLeaves(true)
      announce('Tab now leaves the outline')
    },
    { enabled: !state.tabLeaves },
  )
}

/** The nearest record of a kind at or above a row. */
function holderOf(rows: readonly RecordRow[], at: number, kind: RecordKind): RecordRow | undefined {
  let level = Number.POSITIVE_INFINITY
  for (let index = at; index >= 0; index -= 1) {
    const row = rows[index]
    if (!row || row.level >= level) continue
    if (row.kind === kind) return row
    level = row.level
  }
  return undefined
}

function useAdds(options: Options): void {
  const { parts, rows, state } = options
  const { snapshot, cycle } = useNetwork()
  const { at, row } = activeRow(options)
  const start = parts.startDraft
  const { mayAddUnder, mayWrite } = parts.rights
  const holder = (kind: RecordKind) => holderOf(rows, at, kind)
  const mayAddBeside = ({ kind }: RecordRow) => {
    const parent = parentOf[kind]
    return mayAddUnder(parent ? holder(parent) : undefined)
  }
  /** Offered where it may be done here, or where no place for it is chosen yet. */
  const fits = (kind: RecordKind) => mayWrite && (holder(kind) === undefined || mayAddUnder(holder(kind)))
  const addUnder = (parent: RecordKind, kind: RecordKind) => {
    const above = holder(parent)
    const beside = holder(kind)
    if (above) start({ kind, parentId: above.id, afterId: beside?.parentKey === above.key ? beside.id : null })
    else showToast(`Choose ${parent === 'area' ? 'a value area' : `a row inside ${parent === 'node' ? 'a node' : 'an objective'}`} first.`)
  }
  /** On a node a key result goes to the last objective; the first key result of a node makes one. */
  const addKeyResult = () => {
    const node = holderOf(rows, at, 'node')
    if (holderOf(rows, at, 'objective') || !node) return addUnder('objective', 'kr')
    const objective = siblingsUnder(snapshot, 'objective', node.id, cycle).at(-1)
    if (objective) state.setOpen(node.key, true)
    start({ kind: 'kr', parentId: objective?.id ?? null, afterId: null, ...(objective ? {} : { nodeId: node.id }) })
  }
  useAction(outlineActions.addArea, () => start({ kind: 'area', parentId: null, afterId: holder('area')?.id ?? null }), {
    enabled: mayAddUnder(undefined),
  })
  useAction(outlineActions.addNode, () => addUnder('area', 'node'), { enabled: fits('area') })
  useAction(outlineActions.addObjective, () => addUnder('node', 'objective'), { enabled: fits('node') })
  useAction(outlineActions.addKeyResult, addKeyResult, { enabled: fits('node') })
  useAction(outlineActions.addHealth, () => addUnder('node', 'health'), { enabled: fits('node') })
  useAction(
    outlineActions.addNext,
    () => row && row.kind !== 'need' && start({ kind: row.kind, parentId: parentIdOf(snapshot, row.kind, row.id), afterId: row.id }),
    { enabled: row !== undefined && mayAddBeside(row) },
  )
}

/** What is done with the key result, or the node, that the active row stands in. */
function useWork(options: Options): void {
  const { parts, rows } = options
  const { at, row } = activeRow(options)
  const { mayAddUnder, mayWrite } = parts.rights
  const [keyResult, node] = [holderOf(rows, at, 'kr'), holderOf(rows, at, 'node')]
  const mayHere = mayWrite && (keyResult === undefined || mayAddUnder(keyResult))
  const needNow = () => {
    if (keyResult) askNeed({ consumerKeyResultId: keyResult.id, isShown: true })
    else showToast('Choose a key result first: needs belong to key results.')
  }
  const offerNow = () => {
    if (keyResult) askOffer({ supplierKeyResultId: keyResult.id })
    else if (node) askOffer({ supplierNodeId: node.id })
    else showToast('Choose a node or a key result first: it is the one that gives.')
  }
  const checkInNow = () => {
    const reported = row?.kind === 'health' ? row : keyResult
    if (reported) parts.state.setReporting(reported.key)
    else showToast('Choose a key result or a health metric first.')
  }
  useAction(outlineActions.addNeed, needNow, { enabled: mayHere })
  useAction(outlineActions.offer, offerNow, { enabled: mayWrite && (node === undefined || mayAddUnder(node)) })
  useAction(outlineActions.checkIn, checkInNow, { enabled: row?.kind === 'health' ? parts.rights.mayChange(row) : mayHere })
}

function useEdits(options: Options): void {
  const { parts, rows } = options
  const { snapshot, cycle } = useNetwork()
  const { select } = useView()
  const remove = useDelete()
  const { at, row } = activeRow(options)
  const { state } = options
  const { mayChange, mayEdit } = parts.rights
  const mayRow = mayChange(row)
  const column = state.active?.column
  const removeRow = async () => {
    if (!row) return
    const next = rows.slice(at + 1).find(({ level }) => level <= row.level) ?? rows[at - 1]
    if (await remove(entityOfKind[row.kind], row.id)) state.focusOn(next ? { key: next.key, column: 'title' } : null)
  }
  const copy = async () => {
    if (!row || String(getSelection()) !== '') return
    const copied = copyOf(snapshot, row, cycle)
    if (!copied) return void showToast('There are no key results in this row to copy.')
    await navigator.clipboard.writeText(copied.text)
    showToast(`Copied ${copied.what} as a table. Paste it into a spreadsheet, or here.`)
  }
  useAction(outlineActions.edit, () => state.active && state.setEditing({ ...state.active, draft: null }), {
    enabled: column !== undefined && mayEdit(row, column),
  })
  useAction(outlineActions.assign, () => row && parts.shown.includes('owner') && state.setEditing({ key: row.key, column: 'owner', draft: null }), {
    enabled: mayEdit(row, 'owner'),
  })
  useAction(outlineActions.open, () => row && select(row.kind, row.id))
  useAction(outlineActions.moveUp, () => row && parts.run(moveRow(snapshot, row, -1, cycle)), { enabled: mayRow })
  useAction(outlineActions.moveDown, () => row && parts.run(moveRow(snapshot, row, 1, cycle)), { enabled: mayRow })
  useAction(outlineActions.remove, () => void removeRow(), { enabled: mayRow })
  useAction(outlineActions.copy, () => void copy())
}

function useDepth({ state }: Options): void {
  const { setView } = useView()
  useAction(outlineActions.depth1, () => state.setDepth(1))
  useAction(outlineActions.depth2, () => state.setDepth(2))
  useAction(outlineActions.depth3, () => state.setDepth(3))
  useAction(outlineActions.depth4, () => state.setDepth(4))
  useAction(outlineActions.depth5, () => state.setDepth(5))
  useAction(columnActions.check, () => setView({ cols: null }))
  useAction(columnActions.plan, () => setView({ cols: 'plan' }))
  useAction(columnActions.review, () => setView({ cols: 'review' }))
}

/** Objectives that become key results, and the other way round. */
function useLevels(options: Options): void {
  const { parts } = options
  const { snapshot } = useNetwork()
  const { row } = activeRow(options)
  const { state } = options
  const turn = (turned: { calls: Parameters<OutlineParts['run']>[0]; newId: string } | null, kind: RecordKind, why: string) => {
    if (!turned) return void showToast(why)
    parts.run(turned.calls)
    state.focusOn({ key: keyOf(kind, turned.newId), column: 'title' })
  }
  useAction(
    outlineActions.indent,
    () =>
      row &&
      turn(
        indent(snapshot, row.kind, row.id),
        'kr',
        'Only an objective without key results, below another objective, can become a key result. Press Esc, then Tab, to leave the outline.',
      ),
    { enabled: !state.tabLeaves && parts.rights.mayChange(row) },
  )
  useAction(
    outlineActions.outdent,
    () =>
      row &&
      turn(
        outdent(snapshot, row.kind, row.id),
        'objective',
        'Only a key result without needs and check-ins can become an objective. Press Esc, then ⇧Tab, to leave the outline.',
      ),
    { enabled: !state.tabLeaves && parts.rights.mayChange(row) },
  )
}

/** Gives every action of the outline its meaning for the active row. */
export function useOutlineActions(options: Options): void {
  useMoves(options)
  useAdds(options)
  useWork(options)
  useEdits(options)
  useLevels(options)
  useDepth(options)
}
