'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { selectionOf, useView } from '../../../../lib/client/view.ts'
import { confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { blockedSentence } from '../../../../lib/domain/plan/cause-sentence.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { WalkStop } from '../../../../lib/domain/ritual/walk.ts'
import { find, referring } from '../../../../lib/domain/snapshot.ts'
import { counted, needInWords, shortDay, valueInWords } from '../../../components/graph/words.ts'
import { useNeedEnds } from '../../../components/ritual/need-line.tsx'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { ProgressBar, percent } from '../../../components/ui/progress-bar.tsx'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { sectionWords } from './use-walk-stops.ts'
import styles from './walk.module.css'

/** One stop: the result, its number, what the owner says and what the network says, who waits, and a question. */
export function StopPage({ stop }: { readonly stop: WalkStop }) {
  const { snapshot, assessment, slug, today } = useNetwork()
  const { select } = useView()
  const tone = useAreaTone(stop.areaId)
  const keyResult = find(snapshot, 'keyResult', stop.keyResultId)
  const facts = assessment.keyResults.get(stop.keyResultId)
  if (!keyResult || !facts) return null
  const node = find(snapshot, 'node', stop.nodeId)
  const owner = find(snapshot, 'person', keyResult.ownerId)
  const reports = referring(snapshot, 'checkIn', 'keyResultId', keyResult.id).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const note = reports.find((each) => each.note !== null)
  const why = stop.section === 'promises' ? null : blockedSentence(snapshot, assessment, keyResult.id)
  return (
    <>
      <p className={styles['kicker']} style={{ color: tone?.colour }}>
        {node?.name} <span>{sectionWords[stop.section].title}</span>
      </p>
      <h1 className={styles['title']}>
        <button type="button" data-record={keyResult.id} onClick={() => select('kr', keyResult.id)}>
          {keyResult.title}
        </button>
      </h1>
      <div className={styles['numbers']}>
        <span className={styles['value']}>{valueInWords(keyResult.metric)}</span>
        <span className={styles['bar']}>
          <ProgressBar value={facts.progress.share} expected={facts.expected} colour={tone?.colour ?? 'var(--text-2)'} />
        </span>
        <span>
          {facts.progress.share === null ? 'unknown' : percent(facts.progress.share)}
          {facts.expected !== null && <small> of {percent(facts.expected)} by today</small>}
        </span>
      </div>
      <div className={styles['states']}>
        <span>
          <small>The network says</small> <StatusBadge status={facts.display} showWord size={24} />
        </span>
        {facts.stated && (
          <span>
            <small>{owner ? owner.name : 'The owner'} says</small> <StatusBadge status={facts.stated} showWord size={24} />
            {facts.confidence !== null && <b>{confidenceInTen(facts.confidence)}/10</b>}
          </span>
        )}
        {facts.sparkline.some((value) => value !== null) && (
          <Sparkline values={facts.sparkline} label="Progress over eight weeks" width={150} height={36} />
        )}
      </div>
      {stop.dependencyId && <PromiseInQuestion needId={stop.dependencyId} />}
      {why && <p className={styles['say']}>{sentenceText(why)}</p>}
      <p className={styles['say']}>
        {stop.behind.keyResults === 0
          ? 'Nothing else waits for it.'
          : `${counted(stop.behind.keyResults, 'key result')} in ${counted(stop.behind.areas, 'area')} ${stop.behind.keyResults === 1 ? 'waits' : 'wait'} for it.`}{' '}
        <Link href={`/${slug}/chain?sel=${encodeURIComponent(selectionOf('kr', keyResult.id))}`}>Show the chain</Link>
      </p>
      {note && (
        <blockquote className={styles['note']}>
          “{note.note}” <footer>{shortDay(note.at.slice(0, 10), today)}</footer>
        </blockquote>
      )}
      <p className={styles['question']}>{sectionWords[stop.section].question}</p>
    </>
  )
}

function PromiseInQuestion({ needId }: { readonly needId: string }) {
  const { today } = useNetwork()
  const { select } = useView()
  const { need, facts, supplier, consumer, supplierTitle } = useNeedEnds(needId)
  if (!need || !facts) return null
  return (
    <p className={styles['promise']}>
      <button type="button" data-record={needId} onClick={() => select('need', needId)}>
        <b>{supplier}</b> → <b>{consumer}</b>: {need.what || supplierTitle || 'something not named yet'}
      </button>
      <span className={styles['bad']}>{needInWords(facts)}</span>
      {need.neededOn && <span>needed {shortDay(need.neededOn, today)}</span>}
      {need.promisedOn && <span>promised {shortDay(need.promisedOn, today)}</span>}
    </p>
  )
}
