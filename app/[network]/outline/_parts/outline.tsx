'use client'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isTyping } from '../../../../lib/client/actions/keys.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { useView } from '../../../../lib/client/view.ts'
import { healthLines, parseHealthRows } from '../../../../lib/domain/health/table.ts'
import { resultKinds, useNumbers } from '../../../components/figure/numbers.ts'
import { NumbersHere } from '../../../components/figure/numbers-here.tsx'
import { columns, columnsFor, isColumnSet } from './columns.ts'
import { DraftRow } from './draft-row.tsx'
import { Footer } from './footer.tsx'
import { LeftLines } from './left-lines.tsx'
import { keyOfLine, type Line } from './lines.ts'
import { NoAreas, NoNodes, NothingFits } from './no-areas.tsx'
import styles from './outline.module.css'
import { OutlineContext, type OutlineParts } from './outline-context.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { PasteHealthDialog } from './paste-health-dialog.tsx'
import { targetOf } from './paste-target.ts'
import { ReportRow } from './report-row.tsx'
import { Row } from './row.tsx'
import { StickyRows } from './sticky-rows.tsx'
import { useLines } from './use-lines.ts'
import { useLinkedRow } from './use-linked-row.ts'
import { useOutlineActions } from './use-outline-actions.ts'
import { useOutlineParts } from './use-outline-parts.ts'
import { type OutlineState, useOutlineState } from './use-outline-state.ts'
import { useWidth } from './use-width.ts'

const rowHeight = 34
const cardHeight = 68
const reportHeight = 52
const largeNetwork = 400

function heightOf(line: Line | undefined, isCards: boolean): number {
  if (line?.type === 'report') return isCards ? 150 : reportHeight
  if (line?.type === 'draft') return isCards ? 84 : 44
  return isCards && line && line.row.level > levelOf.node ? cardHeight : isCards ? 44 : rowHeight
}

/** The complete editor: every record as a row, every field in its cell, everything by keys. */
export function Outline() {
  const { snapshot } = useNetwork()
  const { view } = useView()
  const state = useOutlineState(snapshot.tables.keyResult.size > largeNetwork ? 3 : 4)
  const { rows, lines, hidden } = useLines(state)
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const isCards = width < 620
  const { kind } = useNumbers(resultKinds)
  const shown = useMemo(
    () => columnsFor(isColumnSet(view.cols) ? view.cols : 'check', isCards ? 0 : width, kind !== null),
    [view.cols, width, isCards, kind],
  )
  const [pasted, setPasted] = useState<string | null>(null)
  const parts = useOutlineParts({ state, rows, shown, isCards })
  useOutlineActions({ parts, state, rows })

  const activeIndex = lines.findIndex((line) => line.type === 'record' && line.row.key === state.active?.key)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], isCards),
    getItemKey: (index) => keyOfLine(lines[index] ?? { type: 'draft', draft: { kind: 'area', parentId: null, afterId: null, text: '' } }),
    overscan: 12,
    // the row with the focus stays in the page however far one scrolls, or the keys would go nowhere
    rangeExtractor: (range) => [...new Set([...(activeIndex < 0 ? [] : [activeIndex]), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    scrollPaddingStart: isCards ? 0 : 34 * 4,
    scrollPaddingEnd: 48,
  })
  useEffect(() => {
    if (activeIndex >= 0 && state.wantsFocus.current) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtual, state.wantsFocus])
  useLinkedRow({ lines, state, bringIntoSight: (index) => virtual.scrollToIndex(index, { align: 'center' }) })
  const draftIndex = lines.findIndex(({ type }) => type === 'draft')
  useEffect(() => {
    if (draftIndex >= 0) virtual.scrollToIndex(draftIndex, { align: 'auto' })
  }, [draftIndex, virtual])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights depend on the form and on what is open
  useEffect(() => virtual.measure(), [virtual, isCards, draftIndex, state.reporting])

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (isTyping(event.target) || text.trim() === '' || !parts.rights.mayWrite) return
    event.preventDefault()
    setPasted(text)
  }
  const template = shown.map((id) => columns[id].width).join(' ')
  return (
    <OutlineContext value={parts}>
      <div className={styles['outline']} data-form={isCards ? 'cards' : 'table'}>
        <h1 className="visually-hidden">Outline</h1>
        <NumbersHere kinds={resultKinds} />
        <div ref={scroller} className={styles['scroller']}>
          {!isCards && <Header shown={shown} template={template} />}
          {!isCards && <StickyRows lines={lines} rows={rows} virtual={virtual} />}
          <Grid
            lines={lines}
            parts={parts}
            state={state}
            isCards={isCards}
            template={template}
            virtual={virtual}
            onPaste={onPaste}
            onPasteInDraft={setPasted}
          />
          {snapshot.tables.area.size === 0 && !state.draft && <NoAreas />}
          {snapshot.tables.area.size > 0 && snapshot.tables.node.size === 0 && !state.draft && <NoNodes />}
          {lines.length === 0 && hidden > 0 && <NothingFits hidden={hidden} />}
        </div>
        <LeftLines state={state} />
        <Footer hidden={hidden} state={state} />
      </div>
      {pasted && <Pasted text={pasted} rows={rows} state={state} onClose={() => setPasted(null)} />}
    </OutlineContext>
  )
}

type PastedProps = { readonly text: string; readonly rows: readonly RecordRow[]; readonly state: OutlineState; readonly onClose: () => void }

/** What was pasted: health metrics where the header, or the line that is being typed, says so; key results else. */
function Pasted({ text, rows, state, onClose }: PastedProps) {
  const target = targetOf(rows, state)
  const health = useMemo(() => parseHealthRows(text) ?? (state.draft?.kind === 'health' ? healthLines(text) : null), [text, state.draft?.kind])
  if (health) return <PasteHealthDialog rows={health} nodeId={target.nodeId} onClose={onClose} />
  return <PasteDialog text={text} {...target} onClose={onClose} />
}

function Header({ shown, template }: { readonly shown: OutlineParts['shown']; readonly template: string }) {
  return (
    <div className={styles['header']} style={{ gridTemplateColumns: template }} aria-hidden="true">
      {shown.map((id) => (
        <span key={id}>{columns[id].name}</span>
      ))}
    </div>
  )
}

type GridProps = {
  readonly lines: readonly Line[]
  readonly parts: OutlineParts
  readonly state: OutlineState
  readonly isCards: boolean
  readonly template: string
  readonly virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onPasteInDraft: (text: string) => void
}

function Grid({ lines, parts, state, isCards, template, virtual, onPaste, onPasteInDraft }: GridProps) {
  const { shown } = parts
  const { selection } = useView()
  const { active, editing } = state
  const first = lines.find(({ type }) => type === 'record')
  const tabStop = active?.key ?? (first ? keyOfLine(first) : null)
  const rowOf = useCallback((key: string) => lines.find((line) => line.type === 'record' && line.row.key === key), [lines])
  /** Typing a digit on a number replaces it. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || editing || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const line = rowOf(active.key)
    const isNumber = active.column === 'value' || active.column === 'confidence' || active.column === 'grade'
    if (!/^[\d-]$/.test(event.key) || !isNumber || line?.type !== 'record' || !parts.rights.mayEdit(line.row, active.column)) return
    event.preventDefault()
    state.setEditing({ ...active, draft: event.key })
  }
  return (
    <div
      role="treegrid"
      aria-label="Outline"
      aria-rowcount={lines.length + 1}
      aria-colcount={shown.length}
      className={styles['grid']}
      style={{ height: virtual.getTotalSize() }}
      data-scope="outline"
      onPaste={onPaste}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the names of the columns are read, not visited */}
      <div role="row" aria-rowindex={1} className="visually-hidden">
        {shown.map((id) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <span key={id} role="columnheader">
            {columns[id].name}
          </span>
        ))}
      </div>
      {virtual.getVirtualItems().map(({ index, key, start, size }) => {
        const line = lines[index]
        if (!line) return null
        return (
          <div
            key={key}
            role="presentation"
            className={styles['place']}
            style={{ transform: `translateY(${start}px)`, height: size, gridTemplateColumns: isCards ? undefined : template }}
          >
            {line.type === 'draft' && <DraftRow draft={line.draft} onPaste={onPasteInDraft} />}
            {line.type === 'report' && <ReportRow row={line.row} />}
            {line.type === 'record' && (
              <Row
                row={line.row}
                index={index}
                activeColumn={active?.key === line.row.key ? active.column : null}
                editing={editing?.key === line.row.key ? editing : null}
                isTabStop={tabStop === line.row.key}
                isSelected={selection?.id === line.row.id}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
