'use client'
import { useEffect, useState } from 'react'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useDraftShelf } from '../../../lib/client/drafts/use-drafts.ts'
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
  useEffect(() => {
    const waiting = shelf.all().filter((draft) => {
      if (!isSaved(snapshot.current, draft)) return true
      shelf.drop(draft.place)
      return false
    })
    if (waiting.length === 0) return
    const where = waiting.length === 1 ? 'Text from before is not saved.' : `Text from before is not saved in ${waiting.length} places.`
    showToast(where, { action: { label: 'Show', run: () => void runAction(draftsAction.id) } })
  }, [shelf, snapshot])
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title="Text that is not saved">
      {isOpen && <DraftList onClose={() => setOpen(false)} />}
    </Dialog>
  )
}
