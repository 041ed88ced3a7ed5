'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useView } from '../../../../lib/client/view.ts'
import type { TimelineEntry } from '../../../../lib/domain/promise/timeline.ts'
import { drawTimelineBody, drawTimelineHead } from '../../../../lib/layout/draw/timeline.ts'
import type { TimelineScene } from '../../../../lib/layout/timeline/scene.ts'
import { Marks } from '../../../components/graph/marks.tsx'
import { Ghost } from './ghost.tsx'
import { ProposeBar } from './propose-bar.tsx'
import { RowButton } from './row-button.tsx'
import styles from './timeline-drawing.module.css'
import { useProposal } from './use-proposal.ts'
import { useRowKeys } from './use-row-keys.ts'

const plain = () => 'plain' as const

type Props = {
  readonly scene: TimelineScene
  readonly entries: ReadonlyMap<string, TimelineEntry>
  readonly headingId: string
  readonly label: string
}

/** The timeline: painted marks below, one real button for each promise above. */
export function TimelineDrawing({ scene, entries, headingId, label }: Props) {
  const { selection, select } = useView()
  const proposing = useProposal()
  const [current, setCurrent] = useState<string | null>(null)
  const rows = useRef<HTMLDivElement>(null)
  const head = useMemo(() => drawTimelineHead(scene), [scene])
  const body = useMemo(() => drawTimelineBody(scene), [scene])
  const known = scene.rows.some(({ id }) => id === current) ? current : (scene.rows[0]?.id ?? null)
  const focusRow = useCallback((id: string | undefined) => {
    if (id) rows.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus()
  }, [])
  const onKeyDown = useRowKeys({ scene, entries, proposing, current: known, focusRow, open: (id) => select('need', id) })
  const { width, height } = scene.view
  const bodyHeight = height - scene.head.height
  const proposed = proposing.proposal && entries.get(proposing.proposal.id)
  return (
    <>
      <div
        role="graphics-document document"
        aria-roledescription="timeline"
        aria-label={label}
        aria-describedby={headingId}
        className={styles['sheet']}
        style={{ width, height }}
      >
        <svg
          className={styles['head']}
          width={width}
          height={scene.head.height + 1}
          viewBox={`0 0 ${width} ${scene.head.height + 1}`}
          aria-hidden="true"
          focusable="false"
        >
          <Marks marks={head} emphasisOf={plain} />
        </svg>
        <svg
          className={styles['body']}
          width={width}
          height={bodyHeight}
          viewBox={`0 ${scene.head.height} ${width} ${bodyHeight}`}
          aria-hidden="true"
          focusable="false"
        >
          <Marks marks={body} emphasisOf={plain} />
          <Ghost scene={scene} proposing={proposing} />
        </svg>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside, of which one at a time has the focus */}
        <div ref={rows} className={styles['rows']} data-scope="timeline" onKeyDown={onKeyDown}>
          {scene.lanes.map((lane) => (
            <ol key={lane.id} aria-label={`${lane.title.full.replace(/^\S+\s+/, '')}, ${lane.words.full}`}>
              {scene.rows
                .filter(({ laneId }) => laneId === lane.id)
                .map((row) => (
                  <RowButton
                    key={row.id}
                    row={row}
                    scene={scene}
                    entry={entries.get(row.id)}
                    proposing={proposing}
                    isCurrent={row.id === known}
                    isOpen={selection?.id === row.id}
                    onFocus={setCurrent}
                    onOpen={(id) => select('need', id)}
                  />
                ))}
            </ol>
          ))}
        </div>
      </div>
      {proposed && proposing.proposal && (
        <ProposeBar key={proposed.id} entry={proposed} proposing={proposing} onLeave={() => focusRow(proposed.id)} />
      )}
    </>
  )
}
