'use client'
import dynamic from 'next/dynamic'
import { parseAsArrayOf, parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { useMemo, useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { timelineInput } from '../../../../lib/client/scene-input/timeline.ts'
import { useView } from '../../../../lib/client/view.ts'
import { timelineOf } from '../../../../lib/domain/promise/timeline.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { layoutTimeline } from '../../../../lib/layout/timeline/timeline.ts'
import { Choice, DrawingBar, Toggle } from '../../../components/graph/drawing-bar.tsx'
import { HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import screen from '../../../components/graph/screen.module.css'
import { counted } from '../../../components/graph/words.ts'
import { sideAction, troubleAction } from './actions.ts'
import { NarrowMenu } from './narrow-menu.tsx'
import styles from './timeline.module.css'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { TimelineEmpty } from './timeline-empty.tsx'
import { timelineKeep } from './timeline-filter.ts'
import { TimelineLegend } from './timeline-legend.tsx'
import { laneInWords, standingInWords, timelineTakeaway } from './timeline-words.ts'
import { Undated, undatedId } from './undated.tsx'
import { useWidth } from './use-width.ts'

const TimelineTable = dynamic(() => import('./timeline-table.tsx').then(({ TimelineTable: loaded }) => loaded))
const TimelineList = dynamic(() => import('./timeline-list.tsx').then(({ TimelineList: loaded }) => loaded))

const headingId = 'timeline-takeaway'
/** below this width a plot has no room, and promises are listed by day */
const narrowest = 640

const narrowing = {
  by: parseAsString,
  state: parseAsArrayOf(parseAsString).withDefault([]),
  node: parseAsString,
  trouble: parseAsBoolean.withDefault(false),
}

/** What is promised, against the day on which it is needed. */
export function TimelineScreen() {
  const { snapshot, assessment, cycle, today, slug } = useNetwork()
  const { view, setView } = useView()
  const [narrowed, setNarrowed] = useQueryStates(narrowing)
  const by = narrowed.by === 'taker' ? 'taker' : 'giver'
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const timeline = useMemo(() => {
    const { state, node, trouble } = narrowed
    const keep = timelineKeep(snapshot, assessment, { view, states: state, nodeId: node, onlyTrouble: trouble })
    return timelineOf(snapshot, assessment, { by, keep })
  }, [snapshot, assessment, view, narrowed, by])
  const entries = useMemo(() => timeline.lanes.flatMap((lane) => lane.entries), [timeline])
  const entryById = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries])
  const scene = useMemo(() => {
    if (width === null || entries.length === 0) return null
    const words = { standing: standingInWords, lane: laneInWords }
    return layoutTimeline(timelineInput(snapshot, timeline, { by, words, today, width, cycle }))
  }, [snapshot, timeline, entries.length, by, today, width, cycle])
  const switchSide = () => void setNarrowed({ by: by === 'giver' ? 'taker' : null })
  const switchTrouble = () => void setNarrowed({ trouble: narrowed.trouble ? null : true })
  useAction(sideAction, switchSide)
  useAction(troubleAction, switchTrouble)

  const { total } = assessment.network.coverage
  if (total === 0 && timeline.ended === 0) return <TimelineEmpty />
  const hidden = total - entries.length - timeline.undated.length
  const showAll = () => {
    setView({ q: null, area: null, status: null, owner: null })
    void setNarrowed({ state: null, node: null, trouble: null })
  }
  const toUndated = () => document.getElementById(undatedId)?.scrollIntoView({ block: 'start' })
  const notes = [
    hidden > 0 && { words: `${counted(hidden, 'promise')} filtered out`, onShow: showAll },
    timeline.undated.length > 0 && !view.table && { words: `${timeline.undated.length} without a date`, onShow: toUndated },
  ].filter((note) => note !== false)
  const isList = width !== null && width < narrowest
  return (
    <div className={screen['screen']}>
      <DrawingBar
        headingId={headingId}
        takeaway={timelineTakeaway(entries, timeline.undated.length)}
        name="Timeline"
        scene={scene}
        fileName={`${slug}-timeline`}
      >
        <NarrowMenu
          states={narrowed.state}
          nodeId={narrowed.node}
          onStates={(state) => void setNarrowed({ state })}
          onNode={(node) => void setNarrowed({ node })}
        />
        <Toggle isOn={narrowed.trouble} onToggle={switchTrouble} title="Only what is late, overdue, backwards or refused (I)">
          Issues only
        </Toggle>
        <Choice
          label="Rows by"
          value={by}
          options={[
            { value: 'giver', word: 'Givers' },
            { value: 'taker', word: 'Takers' },
          ]}
          onChoose={(side) => void setNarrowed({ by: side === 'taker' ? 'taker' : null })}
        />
      </DrawingBar>
      <HiddenNotes notes={notes} />
      <div ref={frame} className={styles['frame']} data-empty={entries.length === 0 || undefined}>
        {view.table ? (
          <TimelineTable entries={[...entries, ...timeline.undated]} />
        ) : (
          <>
            {entries.length === 0 && <NothingLeft showAll={showAll} hasUndated={timeline.undated.length > 0} />}
            {entries.length > 0 && isList && <TimelineList entries={entries} />}
            {scene && !isList && (
              <TimelineDrawing
                scene={scene}
                entries={entryById}
                headingId={headingId}
                label={`Promises of ${networkOf(snapshot).name}, by who ${by === 'giver' ? 'gives' : 'takes'}`}
              />
            )}
            <Undated entries={timeline.undated} />
            {timeline.ended > 0 && <p className={styles['ended']}>{counted(timeline.ended, 'promise')} withdrawn or cancelled, not drawn.</p>}
          </>
        )}
      </div>
      {scene && !isList && !view.table && (
        <div className={styles['dock']}>
          <TimelineLegend />
        </div>
      )}
    </div>
  )
}

function NothingLeft({ showAll, hasUndated }: { readonly showAll: () => void; readonly hasUndated: boolean }) {
  return (
    <div className={screen['wait']}>
      <p>{hasUndated ? 'No promise here has a day yet.' : 'Nothing passes the filter.'}</p>
      {!hasUndated && (
        <button type="button" className={screen['link']} onClick={showAll}>
          Show everything
        </button>
      )}
    </div>
  )
}
