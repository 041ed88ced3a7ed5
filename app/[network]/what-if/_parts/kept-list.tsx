'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'
import styles from './list.module.css'

type Props = { readonly openId: string | null; readonly onOpen: (id: string) => void }

/** What-ifs that were kept under a name, by anybody. */
export function KeptList({ openId, onOpen }: Props) {
  const { snapshot } = useNetwork()
  const kept = listOf(snapshot, 'whatIf')
  if (kept.length === 0) return null
  return (
    <section className={styles['kept']} aria-labelledby="kept">
      <h2 id="kept">Kept</h2>
      <ul>
        {kept.map(({ id, name, edits, ownerId }) => {
          const owner = find(snapshot, 'person', ownerId)?.name
          return (
            <li key={id}>
              <button type="button" aria-current={id === openId ? 'true' : undefined} onClick={() => onOpen(id)}>
                <b>{name}</b>
                <small>
                  {counted(edits.length, 'thing')} supposed{owner ? ` · ${owner}` : ''}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
