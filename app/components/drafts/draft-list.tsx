'use client'
import { useRouter } from 'next/navigation'
import { copyText } from '../../../lib/client/copy-text.ts'
import type { Draft } from '../../../lib/client/drafts/shelf.ts'
import { draftsChanged, useDraftShelf, useWaitingDrafts } from '../../../lib/client/drafts/use-drafts.ts'
import { ago } from '../../../lib/client/instant-words.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { Button } from '../ui/button.tsx'
import { draftPlace, draftTarget } from './draft-words.ts'
import styles from './drafts.module.css'

/** Every text that was typed and never saved: it leads to its field, can be copied, and is thrown away only by hand. */
export function DraftList({ onClose }: { readonly onClose: () => void }) {
  const drafts = useWaitingDrafts()
  if (drafts.length === 0) return <p className={styles['none']}>Everything that you typed is saved.</p>
  return (
    <ul className={styles['drafts']}>
      {drafts.map((draft) => (
        <DraftItem key={JSON.stringify(draft.place)} draft={draft} onClose={onClose} />
      ))}
    </ul>
  )
}

function DraftItem({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const { snapshot, slug } = useNetwork()
  const { select } = useView()
  const router = useRouter()
  const shelf = useDraftShelf()
  const target = draftTarget(snapshot, draft)
  const open = () => {
    onClose()
    if (target?.to === 'record') select(target.kind, target.id)
    else if (target) router.push(`/${slug}/${target.path}`)
  }
  const discard = () => {
    shelf.drop(draft.place)
    draftsChanged()
  }
  return (
    <li>
      <p className={styles['place']}>
        {draftPlace(snapshot, draft)} · {ago(draft.at, Date.now())}
        {draft.isRefused && ' · could not be saved'}
      </p>
      <q>{draft.text}</q>
      <div className={styles['choices']}>
        {target && (
          <Button size="small" onClick={open}>
            Open its place
          </Button>
        )}
        <Button size="small" onClick={() => void copyText(draft.text)}>
          Copy
        </Button>
        <Button size="small" tone="quiet" onClick={discard}>
          Discard
        </Button>
      </div>
    </li>
  )
}
