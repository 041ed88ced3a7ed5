'use client'
import { aimText } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { entityOfKind, type RecordRow } from '../../../../lib/client/outline/row.ts'
import type { Metric } from '../../../../lib/domain/metric.ts'
import type { GroupAssessment, KeyResultAssessment, ObjectiveAssessment } from '../../../../lib/domain/okr/assessment.ts'
import { confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { needInWords, shortDay, valueInWords } from '../../../components/graph/words.ts'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import { ProgressBar, percent } from '../../../components/ui/progress-bar.tsx'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge, statusWords } from '../../../components/ui/status-badge.tsx'
import styles from './cell-content.module.css'
import type { ColumnId } from './columns.ts'
import { HealthCell } from './health-cell.tsx'
import { NumberCell } from './number-cell.tsx'
import { supplierText } from './titles.ts'

type Props = { readonly row: RecordRow; readonly column: ColumnId; readonly name: string }
type Facts = KeyResultAssessment | ObjectiveAssessment | GroupAssessment

function useFacts({ kind, id }: RecordRow): Facts | undefined {
  const { assessment } = useNetwork()
  switch (kind) {
    case 'area':
      return assessment.areas.get(id)
    case 'node':
      return assessment.nodes.get(id)
    case 'objective':
      return assessment.objectives.get(id)
    case 'kr':
      return assessment.keyResults.get(id)
    case 'health':
    case 'need':
      return undefined
  }
}

/** What a cell shows while nobody edits it. */
export function CellContent({ row, column, name }: Props) {
  if (column === 'number') return <NumberCell row={row} />
  if (row.kind === 'health' && column !== 'owner') return <HealthCell id={row.id} column={column} name={name} />
  switch (column) {
    case 'title':
      return <Title row={row} name={name} />
    case 'value':
    case 'aim':
      return <Value row={row} isAim={column === 'aim'} />
    case 'status':
      return <Status row={row} />
    case 'progress':
      return <Progress row={row} />
    case 'confidence':
      return <Confidence row={row} />
    case 'due':
      return <Due row={row} />
    case 'owner':
      return <Owner row={row} />
    case 'goals':
      return <Goals row={row} />
    case 'grade':
      return <Grade row={row} />
    case 'links':
      return <Links row={row} />
  }
}

function Title({ row, name }: { readonly row: RecordRow; readonly name: string }) {
  const { snapshot } = useNetwork()
  const tone = useAreaTone(row.kind === 'area' ? row.id : null)
  if (row.kind === 'need')
    return (
      <span className={styles['needText']}>
        needs <b>{supplierText(snapshot, row.id)}</b>
        {name && <> “{name}”</>}
      </span>
    )
  return (
    <span className={styles['title']}>
      {tone && <span className={styles['letter']} style={{ background: tone.colour }} data-letter={tone.letter} aria-hidden="true" />}
      <span className={styles['name']} title={name}>
        {name}
      </span>
    </span>
  )
}

function Value({ row, isAim }: { readonly row: RecordRow; readonly isAim: boolean }) {
  const { snapshot } = useNetwork()
  const metric = row.kind === 'kr' ? find(snapshot, 'keyResult', row.id)?.metric : undefined
  if (!metric) return null
  if (isAim)
    return (
      <span className={styles['name']} title={aimText(metric)}>
        {aimText(metric)}
      </span>
    )
  const isKnown = metric.kind === 'milestone' || metric.current !== null
  const text = isKnown ? valueInWords(metric) : unknownText(metric)
  return (
    <span className={classNames(styles['cut'], !isKnown && styles['quiet'])} title={isKnown ? text : `No value yet. It aims at ${aimText(metric)}`}>
      {text}
    </span>
  )
}

/** Where there is no value yet, what it aims at. */
function unknownText(metric: Metric): string {
  if (metric.kind === 'boolean') return valueInWords(metric)
  if (metric.kind !== 'increase' && metric.kind !== 'decrease') return `? · ${aimText(metric)}`
  return aimText({ ...metric, baseline: null })
}

function Status({ row }: { readonly row: RecordRow }) {
  const { assessment } = useNetwork()
  const facts = useFacts(row)
  const need = row.kind === 'need' ? assessment.dependencies.get(row.id) : undefined
  if (need)
    return (
      <span className={need.marks.length > 0 || need.condition === 'declined' || need.condition === 'revoked' ? styles['bad'] : undefined}>
        {needInWords(need)}
      </span>
    )
  if (!facts) return null
  if ('display' in facts)
    return (
      <span className={styles['status']}>
        <StatusBadge status={facts.display} showWord />
        {facts.disagrees && facts.stated && facts.stated !== facts.display && (
          <span className={styles['says']} title={`The owner says ${statusWords[facts.stated]}`}>
            says <StatusBadge status={facts.stated} size={12} />
          </span>
        )}
      </span>
    )
  if (!facts.worst || facts.keyResults === 0) return null
  return <StatusBadge status={facts.worst} showWord detail={facts.worstCount > 1 ? String(facts.worstCount) : ''} />
}

function Progress({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const facts = useFacts(row)
  const areaId = useRowArea(row)
  const tone = useAreaTone(areaId)
  if (!facts || ('keyResults' in facts && facts.keyResults === 0)) return null
  const { share } = facts.progress
  const rollUp = 'known' in facts.progress ? facts.progress : null
  const metric = row.kind === 'kr' ? find(snapshot, 'keyResult', row.id)?.metric : undefined
  const word = share === null ? 'unknown' : metric?.kind === 'maintain' ? (share === 1 ? 'inside' : 'outside') : percent(share)
  return (
    <span className={styles['bar']} title={rollUp && rollUp.known < rollUp.total ? `${rollUp.known} of ${rollUp.total} known` : undefined}>
      <ProgressBar value={share} expected={facts.expected} colour={tone?.colour ?? 'var(--text-2)'} />
      <span className={share === null ? styles['quiet'] : undefined}>{word}</span>
    </span>
  )
}

function useRowArea({ kind, id }: RecordRow): string | null {
  const { snapshot, assessment } = useNetwork()
  if (kind === 'area') return id
  if (kind === 'kr') return assessment.keyResults.get(id)?.areaId ?? null
  const nodeId = kind === 'objective' ? (find(snapshot, 'objective', id)?.nodeId ?? null) : id
  return find(snapshot, 'node', nodeId)?.areaId ?? null
}

function Confidence({ row }: { readonly row: RecordRow }) {
  const { assessment } = useNetwork()
  const facts = row.kind === 'kr' ? assessment.keyResults.get(row.id) : undefined
  if (!facts) return null
  return (
    <span className={styles['confidence']}>
      <span className={facts.confidence === null ? styles['quiet'] : styles['number']}>
        {facts.confidence === null ? '–' : confidenceInTen(facts.confidence)}
      </span>
      {facts.sparkline.some((value) => value !== null) && (
        <Sparkline values={facts.sparkline} label={`Progress over ${facts.sparkline.length} weeks`} />
      )}
    </span>
  )
}

function Due({ row }: { readonly row: RecordRow }) {
  const { snapshot, assessment, today } = useNetwork()
  const day =
    row.kind === 'kr' ? assessment.keyResults.get(row.id)?.dueOn : row.kind === 'need' ? find(snapshot, 'dependency', row.id)?.neededOn : null
  const isOwn = row.kind !== 'kr' || find(snapshot, 'keyResult', row.id)?.dueOn !== null
  return day ? (
    <time dateTime={day} className={isOwn ? undefined : styles['quiet']} title={isOwn ? undefined : 'the end of the cycle'}>
      {shortDay(day, today)}
    </time>
  ) : null
}

function Owner({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const owned = row.kind === 'kr' || row.kind === 'objective' || row.kind === 'health' ? entityOfKind[row.kind] : null
  const record = owned === null ? undefined : find<'keyResult' | 'objective' | 'healthMetric'>(snapshot, owned, row.id)
  const person = find(snapshot, 'person', record?.ownerId ?? null)
  return person ? <span className={styles['name']}>{person.name}</span> : record ? <span className={styles['ghost']}>no owner</span> : null
}

function Goals({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const ids = row.kind === 'objective' ? (find(snapshot, 'objective', row.id)?.goalIds ?? []) : []
  return <span className={styles['name']}>{ids.map((id) => find(snapshot, 'goal', id)?.name ?? '').join(', ')}</span>
}

function Grade({ row }: { readonly row: RecordRow }) {
  const { snapshot, assessment } = useNetwork()
  const grade =
    row.kind === 'kr' ? find(snapshot, 'keyResult', row.id)?.grade : row.kind === 'objective' ? assessment.objectives.get(row.id)?.grade.share : null
  return typeof grade === 'number' ? (
    <span className={styles['number']}>{grade.toFixed(1)}</span>
  ) : row.kind === 'kr' ? (
    <span className={styles['ghost']}>–</span>
  ) : null
}

function Links({ row }: { readonly row: RecordRow }) {
  const facts = useFacts(row)
  if (!facts || facts.needs + facts.gives === 0) return null
  return (
    <span className={styles['links']} title={`needs ${facts.needs}, gives ${facts.gives}`}>
      <span aria-hidden="true">
        ⟵{facts.needs} ⟶{facts.gives}
      </span>
      <span className="visually-hidden">
        needs {facts.needs}, gives {facts.gives}
      </span>
    </span>
  )
}
