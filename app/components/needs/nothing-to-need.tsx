'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './ask-dialog.module.css'

/** What stands where somebody asks for a node, or a network, that has no key result to ask for. */
export function NothingToNeed({ nodeId, close }: { readonly nodeId: string | null; readonly close: () => void }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const name = find(snapshot, 'node', nodeId)?.name
  const open = () => {
    close()
    if (nodeId) select('node', nodeId)
  }
  return (
    <Dialog open onClose={close} title="Nothing to need anything yet" size="small">
      <p>{name ? `“${name}” has no key result in this cycle. A need belongs to a key result.` : 'There is no key result in this cycle yet.'}</p>
      {nodeId && (
        <div className={styles['foot']}>
          <Button tone="primary" onClick={open}>
            Open the node
          </Button>
        </div>
      )}
    </Dialog>
  )
}
