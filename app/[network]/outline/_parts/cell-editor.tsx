'use client'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { readNumber, readValue, valueField, valueHint } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { entityOfKind, type RecordRow } from '../../../../lib/client/outline/row.ts'
import type { FieldPlace } from '../../../../lib/client/presence/state.ts'
import { useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import { type CommandCall, call } from '../../../../lib/domain/command/call.ts'
import { confidenceFromTen, confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import type { OpenMove } from '../../../../lib/domain/promise/moves.ts'
import { readDay } from '../../../../lib/domain/quick-add/due.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../components/graph/words.ts'
import { changingMove, editByMove } from '../../../components/promise/edit-by-move.ts'
import { useOpenMoves } from '../../../components/promise/use-promise.ts'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { type ClosingKey, TextEditor } from '../../../components/ui/edit-text.tsx'
import type { ColumnId } from './columns.ts'
import { useOutline } from './outline-context.ts'
import { ReadingEditor } from './reading-editor.tsx'
import { titleOf } from './titles.ts'

type Props = {
  readonly row: RecordRow
  readonly column: ColumnId
  readonly label: string
  readonly draft: string | null
  readonly close: (key?: ClosingKey) => void
}

const titleField = { area: 'name', node: 'name', objective: 'title', health: 'name', kr: 'title', need: 'what' } as const

function titleCall({ kind, id }: RecordRow, text: string, revision: number): CommandCall {
  return { name: `${entityOfKind[kind]}.update`, input: { id, set: { [titleField[kind]]: text }, revision } }
}

/** The field of a record that a cell edits, as others see it; null where it belongs to several records. */
export function placeOfCell({ kind, id }: RecordRow, column: ColumnId): FieldPlace | null {
  const fields: { readonly [C in ColumnId]?: string } = {
    title: titleField[kind],
    due: kind === 'need' ? 'neededOn' : 'dueOn',
    value: kind === 'health' ? 'current' : 'metric.current',
    confidence: 'confidence',
    grade: 'grade',
    owner: 'ownerId',
  }
  const field = fields[column]
  return field === undefined ? null : { entity: entityOfKind[kind], id, field }
}

/** Which cells can be edited in place; others belong to several records or are computed. */
export function canEdit({ kind }: RecordRow, column: ColumnId): boolean {
  if (column === 'title') return true
  if (column === 'due') return kind === 'kr' || kind === 'need'
  if (column === 'owner') return kind === 'kr' || kind === 'objective' || kind === 'health'
  if (column === 'value' && kind === 'health') return true
  if (column === 'goals') return kind === 'objective'
  return kind === 'kr' && ['value', 'confidence', 'grade'].includes(column)
}

/** A cell as a field. Leaving it saves, Esc does not. */
export function CellEditor(props: Props) {
  const { row, column } = props
  if (column === 'owner') return <OwnerEditor {...props} />
  if (column === 'goals') return <GoalEditor {...props} />
  if (column === 'title') return <TitleEditor {...props} />
  if (column === 'due') return <DueEditor {...props} />
  if (row.kind === 'health') return <ReadingEditor {...props} id={row.id} />
  return row.kind === 'kr' ? <NumberEditor {...props} /> : null
}

function TitleEditor({ row, label, draft, close }: Props) {
  const { snapshot } = useNetwork()
  const { run } = useOutline()
  const changing = useChangingMove(row)
  const place = placeOfCell(row, 'title')
  const save = (text: string, revision: number) =>
    changing ? run([editByMove(row.id, changing, { what: text })], `${changing.label}: sent`) : run([titleCall(row, text, revision)])
  return (
    <TextEditor
      value={titleOf(snapshot, row)}
      label={label}
      draft={draft}
      allowsEmpty={row.kind === 'need' && !changing}
      onSave={save}
      close={close}
      {...(place ? { place } : {})}
    />
  )
}

/** How what was agreed changes: by a move that the other side answers. Null for a draft and for everything else. */
function useChangingMove({ kind, id }: RecordRow): OpenMove | null {
  const { snapshot } = useNetwork()
  const move = changingMove(useOpenMoves(id))
  return kind === 'need' && find(snapshot, 'dependency', id)?.state !== 'draft' ? (move ?? null) : null
}

function DueEditor({ row, label, draft, close }: Props) {
  const { snapshot, today } = useNetwork()
  const { run } = useOutline()
  const context = useQuickAddContext()
  const changing = useChangingMove(row)
  const need = row.kind === 'need' ? find(snapshot, 'dependency', row.id) : undefined
  const value = need ? (changing ? (need.promisedOn ?? need.neededOn) : need.neededOn) : find(snapshot, 'keyResult', row.id)?.dueOn
  const place = placeOfCell(row, 'due')
  const save = (text: string, revision: number) => {
    const day = text === '' ? null : readDay(text, context)
    if (day === null && (text !== '' || changing))
      return void showToast(`“${text}” is not a day. Write it like 31 Mar, fri or 2027-03-31.`, { tone: 'error' })
    if (changing && day) return run([editByMove(row.id, changing, { on: day })], `${changing.label}: ${shortDay(day, today)}`)
    const calls = need
      ? call('dependency.update', { id: row.id, set: { neededOn: day }, revision })
      : call('keyResult.update', { id: row.id, set: { dueOn: day }, revision })
    run([calls])
  }
  return (
    <TextEditor
      value={value ?? ''}
      label={label}
      draft={draft}
      allowsEmpty={!changing}
      placeholder="31 mar"
      onSave={save}
      close={close}
      {...(place ? { place } : {})}
    />
  )
}

function readConfidence(text: string): number | null {
  const number = readNumber(text)
  return number !== null && number >= 0 && number <= 10 ? confidenceFromTen(number) : null
}

function NumberEditor({ row, column, label, draft, close }: Props) {
  const { snapshot } = useNetwork()
  const { run } = useOutline()
  const keyResult = find(snapshot, 'keyResult', row.id)
  if (!keyResult) return null
  const refuse = (hint: string) => void showToast(`That does not fit. ${hint}.`, { tone: 'error' })
  const saveValue = (text: string) => {
    const value = readValue(keyResult.metric, text)
    if (value === null) return refuse(valueHint(keyResult.metric))
    run([call('checkIn.create', { id: freshId('checkIn'), keyResultId: keyResult.id, value })])
  }
  const saveConfidence = (text: string) => {
    const confidence = readConfidence(text)
    if (confidence === null) return refuse('Give a confidence from 0 to 10')
    run([call('checkIn.create', { id: freshId('checkIn'), keyResultId: keyResult.id, confidence })])
  }
  const saveGrade = (text: string, revision: number) => {
    const grade = text === '' ? null : readNumber(text)
    if (grade !== null && (grade < 0 || grade > 1)) return refuse('A grade is from 0.0 to 1.0')
    run([call('keyResult.update', { id: keyResult.id, set: { grade }, revision })])
  }
  const fields = {
    value: { value: valueField(keyResult.metric), placeholder: valueHint(keyResult.metric), onSave: saveValue },
    confidence: {
      value: keyResult.confidence === null ? '' : String(confidenceInTen(keyResult.confidence)),
      placeholder: '0 to 10',
      onSave: saveConfidence,
    },
    grade: { value: keyResult.grade === null ? '' : String(keyResult.grade), placeholder: '0.0 to 1.0', onSave: saveGrade },
  }
  const field = column === 'value' || column === 'grade' ? fields[column] : fields.confidence
  const place = placeOfCell(row, column)
  return <TextEditor {...field} label={label} draft={draft} allowsEmpty={column === 'grade'} close={close} {...(place ? { place } : {})} />
}

function OwnerEditor({ row, label, close }: Props) {
  const { snapshot } = useNetwork()
  const { run } = useOutline()
  const entity = row.kind === 'kr' ? 'keyResult' : row.kind === 'health' ? 'healthMetric' : 'objective'
  const record = find<'keyResult' | 'healthMetric' | 'objective'>(snapshot, entity, row.id)
  const assign = (ownerId: string | null): CommandCall => ({
    name: `${entity}.update`,
    input: { id: row.id, set: { ownerId } },
  })
  return (
    <Combobox
      label={label}
      value={record?.ownerId ?? null}
      options={listOf(snapshot, 'person').map(({ id, name }) => ({ id, label: name }))}
      canClear
      isQuiet
      isOpenAtFirst
      onClose={() => close('Escape')}
      placeholder="no owner"
      createWord="Add"
      onChange={(id) => run([assign(id)])}
      onCreate={(name) => {
        const id = freshId('person')
        run([call('person.create', { id, name }), assign(id)])
      }}
    />
  )
}

function GoalEditor({ row, label, close }: Props) {
  const { snapshot } = useNetwork()
  const { run } = useOutline()
  const goalIds = find(snapshot, 'objective', row.id)?.goalIds ?? []
  const link = (goals: readonly string[]): CommandCall => ({ name: 'objective.update', input: { id: row.id, set: { goalIds: goals } } })
  return (
    <Combobox
      label={label}
      value={null}
      options={listOf(snapshot, 'goal').map(({ id, name }) => ({
        id,
        label: name,
        ...(goalIds.includes(id) ? { hint: 'linked: choose to unlink' } : {}),
      }))}
      isQuiet
      isOpenAtFirst
      onClose={() => close('Escape')}
      placeholder={goalIds.map((id) => find(snapshot, 'goal', id)?.name ?? '').join(', ') || 'no goal'}
      createWord="Add goal"
      onChange={(id) => id !== null && run([link(goalIds.some((each) => each === id) ? goalIds.filter((each) => each !== id) : [...goalIds, id])])}
      onCreate={(name) => {
        const id = freshId('goal')
        run([call('goal.create', { id, name }), link([...goalIds, id])])
      }}
    />
  )
}
