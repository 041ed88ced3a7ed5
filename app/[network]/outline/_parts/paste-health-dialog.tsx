'use client'
import { useMemo } from 'react'
import { healthMetricCalls } from '../../../../lib/client/health-line.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { NewPeople } from '../../../../lib/client/outline/create-key-result.ts'
import { amountText, bandText } from '../../../../lib/domain/health/sentence.ts'
import type { HealthRow } from '../../../../lib/domain/health/table.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Chip } from '../../../components/ui/chip.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import styles from './paste-dialog.module.css'

type Props = { readonly rows: readonly HealthRow[]; readonly nodeId: string | null; readonly onClose: () => void }

function chipsOf({ current, owner, tolerance, ...band }: HealthRow): string[] {
  return [
    bandText(band) ?? 'no band',
    tolerance === null ? null : `amber up to ${tolerance} outside`,
    current === null ? null : `now ${amountText(band, current)}`,
    owner === null ? null : `@${owner}`,
  ].filter((text) => text !== null)
}

/** Shows what pasted rows of health metrics would become, before they do: all of them in one step that one undo takes back. */
export function PasteHealthDialog({ rows, nodeId, onClose }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const node = find(snapshot, 'node', nodeId)
  const calls = useMemo(() => {
    const people: NewPeople = new Map()
    return node ? rows.flatMap((row) => healthMetricCalls(snapshot, row, { nodeId: node.id }, people).calls) : []
  }, [snapshot, node, rows])
  const what = rows.length === 1 ? 'one health metric' : `${rows.length} health metrics`
  const add = () => {
    void mutate(calls, { toast: `Added ${what}` })
    onClose()
  }
  return (
    <Dialog
      open
      size="large"
      title={node ? `Add ${what} to ${node.name}?` : `Where do ${what} belong?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" autoFocus disabled={!node || rows.length === 0} onClick={add}>
            Add {rows.length}
          </Button>
        </>
      }
    >
      {!node && <p className={styles['note']}>A health metric belongs to a node. Choose a row inside a node first, then paste again.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table has to scroll by keys, too */}
      <section className={styles['scroll']} aria-label="Rows" tabIndex={0}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              <th scope="col">Health metric</th>
              <th scope="col">Understood</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${at} ${row.name}`}>
                <th scope="row">{row.name}</th>
                <td>
                  <span className={styles['chips']}>
                    {chipsOf(row).map((text) => (
                      <Chip key={text} tone="accent">
                        {text}
                      </Chip>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  )
}
