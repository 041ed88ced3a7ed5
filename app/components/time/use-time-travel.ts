'use client'
import { useCallback } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { type Moment, momentWords } from '../../../lib/client/moment.ts'
import { useNetwork, useTime } from '../../../lib/client/network/provider.tsx'
import { isTimeBarOpen } from '../../../lib/client/network/time-bar.ts'
import { announce } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import { compareAction, compareActions, nextMarkAction, nowAction, openTimeAction, type PresetId, previousMarkAction } from './actions.ts'
import { markMoment, namedSnapshots, neighbourMark, presetsFor, usualPreset } from './presets.ts'

/** Moves through time: each writes the address, and the screen follows. */
export function useTimeMoves() {
  const { setView } = useView()
  const { present } = useTime()
  const { today } = present
  const go = useCallback((moment: Moment | null) => setView({ at: moment?.kind === 'day' && moment.day >= today ? null : moment }), [setView, today])
  const compareWith = useCallback((moment: Moment | null) => setView({ from: moment }), [setView])
  const backToNow = useCallback(() => {
    setView({ at: null, from: null })
    announce('You see now.')
  }, [setView])
  return { go, compareWith, backToNow }
}

/** The moments with which what is shown may be compared by one press. */
export function usePresets() {
  const { cycle } = useNetwork()
  const { present, shown, days } = useTime()
  return presetsFor({ present: present.snapshot, shown, cycle, days })
}

/** The keys of time, and its entries in the palette. */
export function useTimeActions(focusSlider: () => void): void {
  const { present, shown, days, asked, isComparing } = useTime()
  const { go, compareWith, backToNow } = useTimeMoves()
  const presets = usePresets()
  const isAway = asked !== null || isComparing
  const goToMark = (by: 1 | -1) => {
    const mark = neighbourMark(namedSnapshots(present.snapshot), shown.snapshot.revision, by)
    if (mark) {
      go(markMoment(mark))
      announce(`${mark.name}, ${momentWords(markMoment(mark))}`)
    } else if (by === 1) go(null)
    else announce('There is no named snapshot before.')
    isTimeBarOpen.set(true)
  }
  useAction(openTimeAction, () => {
    isTimeBarOpen.set(true)
    focusSlider()
  })
  useAction(nowAction, backToNow, { enabled: isAway })
  useAction(previousMarkAction, () => goToMark(-1))
  useAction(nextMarkAction, () => goToMark(1), { enabled: asked !== null })
  useAction(compareAction, () => {
    isTimeBarOpen.set(true)
    compareWith(isComparing ? null : usualPreset(presets, days))
  })
  const preset = (id: PresetId) => {
    const found = presets.find((each) => each.id === id)
    return [compareActions[id], () => found && compareWith(found.moment), { enabled: found !== undefined }] as const
  }
  useAction(...preset('week'))
  useAction(...preset('mark'))
  useAction(...preset('baseline'))
  useAction(...preset('cycle'))
}
