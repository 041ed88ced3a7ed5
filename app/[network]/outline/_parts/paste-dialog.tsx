'use client'
import { useMemo } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { planPaste } from '../../../../lib/client/outline/paste.ts'
import { chipsOf, useQuickAddContext } from '../../../../lib/client/quick-line.ts'
import { columnTitles } from '../../../../lib/domain/quick-add/columns.ts'
import { parseRows } from '../../../../lib/domain/quick-add/rows.ts'
import { counted } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Chip } from '../../../components/ui/chip.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import styles from './paste-dialog.module.css'

type Props = { readonly text: string; readonly nodeId: string | null; readonly objectiveId: string | null; readonly onClose: () => void }

/** Shows what pasted rows would become, before they do: all of them in one step that one undo takes back. */
export function PasteDialog({ text, nodeId, objectiveId, onClose }: Props) {
  const { snapshot, cycle, today } = useNetwork()
  const mutate = useMutate()
  const context = useQuickAddContext()
  const read = useMemo(() => parseRows(text, context), [text, context])
  const plan = useMemo(
    () => planPaste({ snapshot, cycle, today, target: { nodeId, objectiveId } }, read.rows),
    [snapshot, cycle, today, nodeId, objectiveId, read],
  )
  const placed = plan.rows.filter(({ place }) => place !== null).length
  const add = () => {
    void mutate(plan.calls, { toast: `Added ${counted(placed, 'key result')}` })
    onClose()
  }
  return (
    <Dialog
      open
      size="large"
      title={`Add ${counted(placed, 'key result')}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" autoFocus disabled={placed === 0} onClick={add}>
            Add {placed}
          </Button>
        </>
      }
    >
      {read.unknownColumns.length > 0 && <p className={styles['note']}>Left out, because no field fits: {read.unknownColumns.join(', ')}.</p>}
      {plan.rows.length > placed && (
        <p className={styles['note']}>
          {plan.rows.length - placed} rows name no node that is known. Choose a row of the outline first, then paste again.
        </p>
      )}
      {plan.rows.length === 0 && <p className={styles['note']}>There are no rows with a title in what you pasted.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table has to scroll by keys, too */}
      <section className={styles['scroll']} aria-label="Rows" tabIndex={0}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">Key result</th>
              <th scope="col">Understood</th>
              <th scope="col">Goes to</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map(({ draft, place }, at) => (
              <tr key={`${at} ${draft.title}`}>
                <th scope="row">{draft.title}</th>
                <td>
                  <span className={styles['chips']}>
                    {chipsOf(snapshot, { ...draft, node: null }).map(({ key, text: said, isDoubtful }) => (
                      <Chip key={key} tone={isDoubtful ? 'warning' : 'accent'}>
                        {said}
                      </Chip>
                    ))}
                    {draft.unread.map((cell) => (
                      <Chip key={cell.column} tone="warning">
                        {columnTitles[cell.column]}: “{cell.text}” not understood
                      </Chip>
                    ))}
                  </span>
                </td>
                <td>{place ?? 'no place'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  )
}
