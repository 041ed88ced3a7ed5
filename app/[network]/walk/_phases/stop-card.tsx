'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { type StopDetail, stopDetail } from '../../../../lib/domain/ritual/walk/detail.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, shortDay, valueInWords } from '../../../components/graph/words.ts'
import { useNeedEnds } from '../../../components/ritual/need-line.tsx'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { ProgressBar, percent } from '../../../components/ui/progress-bar.tsx'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { sectionWords } from '../_session/section-words.ts'
import type { Lens } from '../_session/steps.ts'
import styles from './card.module.css'
import { Said } from './said.tsx'

type Props = {
  readonly stop: Stop
  readonly keyResultId: string
  readonly dependencyId: string | null
  readonly items: readonly RitualItem[]
  readonly question: string
  readonly lens: Lens
}

/** What the room has to know about a key result: its number, what is said and what the network says, who waits, and a question. */
export function StopCard({ stop, keyResultId, dependencyId, items, question, lens }: Props) {
  const { snapshot, assessment } = useNetwork()
  const keyResult = find(snapshot, 'keyResult', keyResultId)
  const facts = assessment.keyResults.get(keyResultId)
  const tone = useAreaTone(facts?.areaId ?? null)
  const detail = useMemo(() => stopDetail(snapshot, assessment, stop), [snapshot, assessment, stop])
  if (!keyResult || !facts) return null
  return (
    <>
      <p className={styles['section']}>
        <b style={{ color: tone?.colour }}>{find(snapshot, 'node', facts.nodeId)?.name}</b> {sectionWords[stop.section]}
      </p>
      <h1 className={styles['title']} data-read="name">
        {keyResult.title}
      </h1>
      <div className={styles['number']}>
        <b data-read="number">{valueInWords(keyResult.metric)}</b>
        <span className={styles['share']}>
          <ProgressBar value={facts.progress.share} expected={facts.expected} colour={tone?.colour ?? 'var(--text-2)'} label="Progress" />
          <span>
            {facts.progress.share === null ? 'progress unknown' : percent(facts.progress.share)}
            {facts.expected !== null && `, ${percent(facts.expected)} by today`}
          </span>
        </span>
      </div>
      <States keyResultId={keyResultId} course={detail.confidences} />
      {dependencyId && <PromiseInQuestion needId={dependencyId} />}
      {lens === 'why' && detail.why && <p className={styles['promise']}>{sentenceText(detail.why)}</p>}
      <Waiting detail={detail} lens={lens} />
      <LastNote note={detail.lastNote} />
      <Said items={items} />
      {question !== '' && <p className={styles['question']}>{question}</p>}
    </>
  )
}

/** What the owner says beside what the network says, and the course of the confidence. */
function States({ keyResultId, course }: { readonly keyResultId: string; readonly course: StopDetail['confidences'] }) {
  const { assessment } = useNetwork()
  const facts = assessment.keyResults.get(keyResultId)
  const known = course.filter((value) => value !== null)
  if (!facts) return null
  return (
    <dl className={styles['states']}>
      <div>
        <dt>Network says</dt>
        <dd>
          <StatusBadge status={facts.display} showWord size={30} />
        </dd>
      </div>
      {facts.stated && (
        <div>
          <dt>Owner says</dt>
          <dd>
            <StatusBadge status={facts.stated} showWord size={30} />
          </dd>
        </div>
      )}
      {facts.confidence !== null && (
        <div>
          <dt>Confidence</dt>
          <dd className={styles['confidence']}>
            <b data-read="number">{confidenceInTen(facts.confidence)}</b>
            <span>of 10</span>
            {known.length > 1 && (
              <Sparkline values={course} label={`Confidence: ${known.map(confidenceInTen).join(', ')} of 10`} width={120} height={40} />
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

function PromiseInQuestion({ needId }: { readonly needId: string }) {
  const { today } = useNetwork()
  const { need, facts, supplier, consumer, supplierTitle } = useNeedEnds(needId)
  if (!need || !facts) return null
  const days = [need.neededOn && `needed ${shortDay(need.neededOn, today)}`, need.promisedOn && `promised ${shortDay(need.promisedOn, today)}`]
  return (
    <p className={styles['promise']}>
      <b>{supplier}</b> → <b>{consumer}</b>: {need.what || supplierTitle || 'something not named yet'}
      <span className={styles['days']}>{days.filter(Boolean).join(' · ')}</span>
    </p>
  )
}

const mostWaiting = 6

/** Who waits for it: the nodes, or name by name where the room asks what follows. Nearest first. */
function Waiting({ detail: { downstream, reach }, lens }: { readonly detail: StopDetail; readonly lens: Lens }) {
  const { snapshot, assessment } = useNetwork()
  if (downstream.length === 0) return <p className={styles['waits']}>Nobody waits for it now.</p>
  if (lens === 'soWhat')
    return (
      <div className={styles['waits']}>
        <p>
          <b>{counted(reach.keyResults, 'key result')}</b> in {counted(reach.areas, 'area')}:
        </p>
        <ul>
          {downstream.slice(0, mostWaiting).map((id) => (
            <li key={id}>{find(snapshot, 'keyResult', id)?.title}</li>
          ))}
        </ul>
        {downstream.length > mostWaiting && <p>and {downstream.length - mostWaiting} more</p>}
      </div>
    )
  const names = downstream.map((id) => find(snapshot, 'node', assessment.keyResults.get(id)?.nodeId ?? null)?.name)
  const nodes = [...new Set(names.filter((name) => name !== undefined))]
  return (
    <p className={styles['waits']}>
      <b>{counted(reach.keyResults, 'key result')}</b> in {counted(reach.areas, 'area')} {reach.keyResults === 1 ? 'waits' : 'wait'}:{' '}
      {nodes.slice(0, 3).join(', ')}
      {nodes.length > 3 && ` and ${nodes.length - 3} more`}
    </p>
  )
}

function LastNote({ note }: { readonly note: StopDetail['lastNote'] }) {
  const { today } = useNetwork()
  if (!note) return null
  return (
    <blockquote className={styles['note']}>
      “{note.text}” <footer>{shortDay(note.day, today)}</footer>
    </blockquote>
  )
}
