'use client'
import type { Deletion } from '../../../lib/client/mutate.ts'
import type { Asked } from '../../../lib/client/prompt.ts'
import { touchedSentence } from '../../../lib/domain/promise/touched.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Says what goes with a record before it goes. */
export function DeleteDialog({ asked }: { readonly asked: Asked<Deletion, boolean> }) {
  const { word, name, carried, promises } = asked.question
  return (
    <Dialog
      open
      size="small"
      title={`Delete ${word} “${name}”?`}
      onClose={() => asked.answer(false)}
      footer={
        <>
          <Button onClick={() => asked.answer(false)}>Keep it</Button>
          <Button tone="danger" autoFocus onClick={() => asked.answer(true)}>
            {carried.total === 0 ? 'Delete it' : `Delete all ${carried.total + 1}`}
          </Button>
        </>
      }
    >
      {promises.length > 0 && <p>{touchedSentence(promises)}</p>}
      <p>{carried.total === 0 ? 'Nothing else goes with it.' : `${carried.sentence} go with it.`} You can undo this.</p>
    </Dialog>
  )
}
