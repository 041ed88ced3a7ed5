'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useDraftShelf } from '../../../lib/client/drafts/use-drafts.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { showToast } from '../../../lib/client/toast.ts'
import { Dialog } from '../ui/dialog.tsx'
import { draftsAction } from './actions.ts'
import { DraftList } from './draft-list.tsx'
import { isSaved } from './draft-words.ts'
import { useLatestSnapshot } from './use-latest-snapshot.ts'

/** Says once, when a page opens, that text from before waits; and lists it. Draws nothing until it is asked for. */
export function Drafts() {
  const shelf = useDraftShelf()
  const snapshot = useLatestSnapshot()
  const [isOpen, setOpen] = useState(false)
  useAction(draftsAction, () => setOpen(true))
  useToldOnce(() => {
    const left = shelf.all().filter((draft) => {
      if (!isSaved(snapshot.current, draft)) return true
      shelf.drop(draft.place)
      return false
    })
    if (left.length === 0) return
    const where = left.length === 1 ? 'Text from before is not saved.' : `Text from before is not saved in ${left.length} places.`
    showToast(where, { action: { label: 'Show', run: () => void runAction(draftsAction.id) } })
  })
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title="Text that is not saved">
      {isOpen && <DraftList onClose={() => setOpen(false)} />}
    </Dialog>
  )
}

/** So long after the page has opened it is known which edits of before still wait. */
const restMs = 1_000

/** Once in the life of a page, as soon as no edit from before waits any more: what those save is no draft. */
function useToldOnce(tell: () => void): void {
  const { waiting } = useNetwork()
  const isTold = useRef(false)
  const latest = useEffectEvent(tell)
  useEffect(() => {
    if (waiting > 0 || isTold.current) return
    const timer = setTimeout(() => {
      isTold.current = true
      latest()
    }, restMs)
    return () => clearTimeout(timer)
  }, [waiting])
}
