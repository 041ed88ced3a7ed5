'use client'
import type { Deletion } from '../../../lib/client/mutate.ts'
import type { Asked } from '../../../lib/client/prompt.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Says what goes with a record before it goes. */
export function DeleteDialog({ asked }: { readonly asked: Asked<Deletion, boolean> }) {
  const { word, name, carried } = asked.question
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
            Delete all {carried.total + 1}
          </Button>
        </>
      }
    >
      <p>{carried.sentence} go with it. You can undo this.</p>
    </Dialog>
  )
}
