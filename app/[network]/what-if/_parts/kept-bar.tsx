'use client'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { useDelete, useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { headLines } from './head-lines.ts'
import type { Supposed } from './use-supposed.ts'
import styles from './what-if.module.css'

type Props = {
  readonly supposed: Supposed
  readonly mayKeep: boolean
  /** asks for a name; of a new one, or of the one that is open */
  readonly onKeep: (isNew: boolean) => void
  readonly onCopy: (() => void) | null
}

/** The name of the what-if, and what can be done with it. */
export function KeptBar({ supposed, mayKeep, onKeep, onCopy }: Props) {
  const { edits, kept, isChanged } = supposed
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h1>{kept ? kept.name : 'What if'}</h1>
        {headLines(edits, kept?.note ?? null).map((line) => (
          <p key={line} className={styles['quiet']}>
            {line}
          </p>
        ))}
      </div>
      {(edits.length > 0 || kept) && (
        <div className={styles['tools']}>
          {isChanged && <KeptChanges supposed={supposed} mayKeep={mayKeep} />}
          {mayKeep && !kept && (
            <Button tone="primary" onClick={() => onKeep(true)}>
              Keep under a name
            </Button>
          )}
          <MoreOf supposed={supposed} onKeep={mayKeep ? onKeep : null} onCopy={onCopy} />
        </div>
      )}
    </header>
  )
}

/** A kept what-if that is otherwise here than it is kept. */
function KeptChanges({ supposed: { edits, kept, open }, mayKeep }: Pick<Props, 'supposed' | 'mayKeep'>) {
  const mutate = useMutate()
  const may = useMay('whatIf', kept ?? undefined)
  if (!kept) return null
  const keep = async () => {
    if (await mutate([call('whatIf.update', { id: kept.id, set: { edits: [...edits] } })], { toast: 'Kept as it is now.' })) open(kept.id)
  }
  return (
    <>
      <Button onClick={() => open(kept.id)}>Back to what is kept</Button>
      {may && mayKeep && (
        <Button tone="primary" onClick={() => void keep()}>
          Keep the changes
        </Button>
      )}
    </>
  )
}

type MoreProps = { readonly supposed: Supposed; readonly onKeep: Props['onKeep'] | null; readonly onCopy: Props['onCopy'] }

function MoreOf({ supposed: { kept, open }, onKeep, onCopy }: MoreProps) {
  const { slug } = useNetwork()
  const remove = useDelete()
  const may = useMay('whatIf', kept ?? undefined)
  const link = kept ? `${location.origin}/${slug}/what-if?id=${encodeURIComponent(kept.id)}` : location.href
  const erase = async () => {
    if (kept && (await remove('whatIf', kept.id))) open(null)
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More about this what-if">
          <Icon name="more" />
        </IconButton>
      }
      groups={[
        {
          items: [
            { id: 'link', label: 'Copy its link', run: () => void copyText(link) },
            ...(onCopy ? [{ id: 'words', label: 'Copy what would differ, as sentences', keys: 'y', run: onCopy }] : []),
            ...(kept && may && onKeep ? [{ id: 'rename', label: 'Change name and note …', keys: 's', run: () => onKeep(false) }] : []),
            ...(kept && onKeep ? [{ id: 'copy', label: 'Keep as another one …', ...(may ? {} : { keys: 's' }), run: () => onKeep(true) }] : []),
            { id: 'again', label: 'Begin a new what-if', run: () => open(null) },
            ...(kept && may ? [{ id: 'delete', label: 'Delete it', run: () => void erase() }] : []),
          ],
        },
      ]}
    />
  )
}
