'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { useAreaTone } from '../../components/ui/area-tone.ts'
import styles from './place-line.module.css'

/** Where a record stands: its value area by colour and name, its node, and what kind of record it is. */
export function PlaceLine({ nodeId, areaId, word }: { nodeId?: string | null; areaId?: string | null; word: string }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const node = find(snapshot, 'node', nodeId ?? null)
  const area = find(snapshot, 'area', areaId ?? node?.areaId ?? null)
  const tone = useAreaTone(area?.id ?? null)
  return (
    <>
      {tone && <i className={styles['swatch']} style={{ background: tone.colour }} />}
      {area?.name}
      {node && nodeId && (
        <>
          {' · '}
          <button type="button" className={styles['place']} onClick={() => select('node', node.id)}>
            {node.name}
          </button>
        </>
      )}
      {area ? ' · ' : ''}
      {word}
    </>
  )
}
