'use client'

import dynamic from 'next/dynamic'
import { parseAsBoolean, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { changedKeyResults, comparedChain } from '../../../../lib/client/compare/scene-changes.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { chainInput } from '../../../../lib/client/scene-input/chain.ts'
import { useView } from '../../../../lib/client/view.ts'
import { FindingsHere } from '../../../components/checks/findings-here.tsx'
import { resultKinds } from '../../../components/figure/numbers.ts'
import { NumbersHere } from '../../../components/figure/numbers-here.tsx'
import { NumbersMenu } from '../../../components/figure/numbers-menu.tsx'
import { useShowing } from '../../../components/figure/showing.ts'
import { chainJob } from '../../../components/graph/chain-job.ts'
import { Choice, DrawingBar, Toggle } from '../../../components/graph/drawing-bar.tsx'
import { chainLevelAction, issuesAction } from '../../../components/graph/graph-actions.ts'
import { HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import screen from '../../../components/graph/screen.module.css'
import { useScene } from '../../../components/graph/use-scene.ts'
import { hasFilter, keepsKeyResult } from '../../../components/graph/view-filter.ts'
import { counted } from '../../../components/graph/words.ts'
import { comparedTakeaway } from '../../../components/time/compared-words.ts'
import { SeenInBoth } from '../../../components/time/seen-in-both.tsx'
import { ChainDrawing } from './chain-drawing.tsx'
import { chainTakeaway } from './chain-words.ts'
import { isLarge, troubled } from './issues.ts'

const ChainEmpty = dynamic(() => import('./chain-empty.tsx').then(({ ChainEmpty: loaded }) => loaded))
const ChainTable = dynamic(() => import('./chain-table.tsx').then(({ ChainTable: loaded }) => loaded))

const headingId = 'chain-takeaway'

/** Which key results depend on which others, from suppliers on the left to consumers on the right. */
export function ChainScreen() {
  const { compared, slug, ...network } = useNetwork()
  const { snapshot, assessment } = compared?.union ?? network
  const { view, setView } = useView()
  const { shown, isWalked } = useShowing()
  const walkedScope = isWalked ? 'findings' : undefined
  // while findings are walked the drawing stays the same from one to the next; what would change nothing is not offered
  const hasResults = isWalked || (shown !== null && shown.keyResultIds.length + shown.dependencyIds.length > 0)
  const level = view.level === 'node' && !hasResults ? 'node' : 'key-result'
  const [askedIssues, setIssues] = useQueryState('issues', parseAsBoolean)
  const [showLoose, setLoose] = useQueryState('loose', parseAsBoolean)
  const isFiltered = hasFilter(view)
  const trouble = useMemo(() => troubled(assessment), [assessment])
  const changed = useMemo(() => (compared ? changedKeyResults(compared) : null), [compared])
  const onlyIssues = level === 'key-result' && !hasResults && (askedIssues ?? (isLarge(assessment) && trouble.size > 0))

  const input = useMemo(() => {
    const keep = (id: string) =>
      (!onlyIssues || trouble.has(id) || changed?.has(id) === true) && (!isFiltered || keepsKeyResult(snapshot, assessment, view, id))
    const drawn = chainInput(snapshot, assessment, {
      level,
      isolated: showLoose || hasResults ? 'show' : 'auto',
      ...(onlyIssues || isFiltered ? { keepKeyResult: keep } : {}),
    })
    return compared ? comparedChain(drawn, chainInput(compared.before.snapshot, compared.before.assessment, { level }), compared) : drawn
  }, [snapshot, assessment, compared, changed, level, showLoose, hasResults, onlyIssues, isFiltered, trouble, view])
  const { scene, isWorking } = useScene(input, chainJob)

  const toggleIssues = () => void setIssues(!onlyIssues)
  const toggleLevel = () => setView({ level: level === 'node' ? null : 'node' })
  useAction(issuesAction, toggleIssues, { enabled: level === 'key-result' && !hasResults })
  useAction(chainLevelAction, toggleLevel, { enabled: !hasResults })

  if (!compared && (assessment.network.keyResults === 0 || assessment.network.coverage.total === 0)) return <ChainEmpty />
  const folded = scene?.groups.reduce((sum, { fold }) => sum + (fold?.cardIds.length ?? 0), 0) ?? 0
  const showAll = () => {
    setView({ q: null, area: null, status: null, owner: null })
    void setIssues(false)
  }
  const notes = [
    scene &&
      scene.hidden.cards + scene.hidden.needs > 0 &&
      (onlyIssues || isFiltered) && {
        words: `${hiddenWords(scene.hidden)} ${onlyIssues ? 'without an issue ' : ''}not drawn`,
        onShow: showAll,
      },
    folded > 0 && { words: `${counted(folded, 'key result')} without a need folded`, onShow: () => void setLoose(true) },
  ].filter((note) => note !== false && note !== null)
  return (
    <SeenInBoth>
      <div className={screen['screen']} data-scope={walkedScope} data-home-scope={walkedScope}>
        <DrawingBar
          headingId={headingId}
          takeaway={compared ? comparedTakeaway(compared) : chainTakeaway(assessment, level)}
          name="Chain"
          scene={scene}
          fileName={`${slug}-chain`}
        >
          {showLoose && !hasResults && (
            <Toggle isOn onToggle={() => void setLoose(null)}>
              without a need
            </Toggle>
          )}
          {level === 'key-result' && !hasResults && (
            <Toggle isOn={onlyIssues} onToggle={toggleIssues} title="Only what is blocked, late, overdue or declined (I)">
              Issues only
            </Toggle>
          )}
          {!view.table && <NumbersMenu kinds={resultKinds} hasFindings />}
          {!hasResults && (
            <Choice
              label="Level"
              value={level}
              options={[
                { value: 'key-result', word: 'Key results' },
                { value: 'node', word: 'Nodes' },
              ]}
              onChoose={(next) => setView({ level: next === 'node' ? 'node' : null })}
            />
          )}
        </DrawingBar>
        <FindingsHere />
        <NumbersHere kinds={resultKinds} />
        {!view.table && <HiddenNotes notes={notes} />}
        {view.table ? (
          <ChainTable level={level} keep={input} />
        ) : scene === null ? (
          <p className={screen['wait']} role="status">
            Laying out the chain …
          </p>
        ) : scene.cards.length === 0 ? (
          <NothingLeft showAll={showAll} onlyIssues={onlyIssues} />
        ) : (
          <ChainDrawing key={scene.level} scene={scene} headingId={headingId} shown={shown} />
        )}
        {isWorking && scene && (
          <span className={screen['working']} role="status">
            Laying out …
          </span>
        )}
      </div>
    </SeenInBoth>
  )
}

function hiddenWords({ cards, needs }: { cards: number; needs: number }): string {
  return [cards > 0 ? counted(cards, 'key result') : null, needs > 0 ? counted(needs, 'need') : null].filter((part) => part !== null).join(', ')
}

function NothingLeft({ showAll, onlyIssues }: { showAll: () => void; onlyIssues: boolean }) {
  return (
    <div className={screen['wait']}>
      <p>{onlyIssues ? 'Nothing is blocked, late, overdue or declined.' : 'Nothing passes the filter.'}</p>
      <p>
        <button type="button" className={screen['link']} onClick={showAll}>
          Show everything
        </button>
      </p>
    </div>
  )
}
