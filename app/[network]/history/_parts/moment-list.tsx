'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMay } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Mark } from '../../../../lib/domain/entity.ts'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { shortDay } from '../../../components/graph/words.ts'
import { mapAt, mapFrom, momentOf } from '../../../components/history/moment.ts'
import { marksOf, markWords } from '../../../components/history/reasons.ts'
import { Button, IconButton } from '../../../components/ui/button.tsx'
import { Menu } from '../../../components/ui/menu.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { MomentForm } from './moment-form.tsx'
import styles from './moments.module.css'

type Props = {
  /** what is named where nothing is chosen: the network as it is now; null where it may not be named here */
  readonly now: { readonly revision: number; readonly at: string } | null
  readonly isNaming: boolean
  readonly setNaming: (isNaming: boolean) => void
  readonly open: (revision: number) => void
}

/** The named snapshots, latest first: open the network as it was, compare two of them or one with now, rename, delete. */
export function MomentList({ now, isNaming, setNaming, open }: Props) {
  const { snapshot } = useNetwork()
  const marks = marksOf(snapshot)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(-2))
  return (
    <section className={styles['moments']} aria-label="Named snapshots">
      <header>
        <h2>
          Named snapshots <span>{marks.length}</span>
        </h2>
        {now && (
          <Button size="small" onClick={() => setNaming(true)}>
            Name this moment
          </Button>
        )}
      </header>
      {isNaming && now && <MomentForm about={now} onClose={() => setNaming(false)} />}
      {marks.length === 0 && !isNaming && (
        <p className={styles['quiet']}>
          A name makes a moment easy to come back to: a baseline before the quarter, the state of a walk-through. Choose a change and press N, or name
          the network as it is now.
        </p>
      )}
      {marks.length > 0 && <CompareLine marks={marks.filter(({ id }) => chosen.includes(id))} isOneEnough={marks.length === 1} />}
      <ul>
        {marks.map((mark) => (
          <Moment key={mark.id} mark={mark} isChosen={chosen.includes(mark.id)} toggle={() => toggle(mark.id)} open={() => open(mark.revision)} />
        ))}
      </ul>
    </section>
  )
}

/** What the chosen moments can be compared with. */
function CompareLine({ marks, isOneEnough }: { readonly marks: readonly Mark[]; readonly isOneEnough: boolean }) {
  const { slug } = useNetwork()
  const [late, early] = marks.toSorted((a, b) => b.revision - a.revision)
  if (!late)
    return (
      <p className={styles['quiet']}>
        {isOneEnough ? 'Tick it to compare it with now.' : 'Tick two to compare them, or one to compare it with now.'}
      </p>
    )
  const href = early ? mapFrom(slug, momentOf(early.revision), momentOf(late.revision)) : mapFrom(slug, momentOf(late.revision))
  return (
    <p>
      <Link href={href} prefetch={false}>
        {early ? `Compare “${early.name}” with “${late.name}”` : `Compare “${late.name}” with now`}
      </Link>
    </p>
  )
}

type MomentProps = { readonly mark: Mark; readonly isChosen: boolean; readonly toggle: () => void; readonly open: () => void }

function Moment({ mark, isChosen, toggle, open }: MomentProps) {
  const { snapshot, slug, today } = useNetwork()
  const mutate = useMutate()
  const may = useMay('mark', mark)
  const [isRenaming, setRenaming] = useState(false)
  const day = shortDay(dayIn(networkOf(snapshot).timeZone, mark.at), today)
  const who = find(snapshot, 'person', mark.personId)?.name
  if (isRenaming)
    return (
      <li>
        <MomentForm about={{ mark }} onClose={() => setRenaming(false)} />
      </li>
    )
  const remove = () => void mutate([call('mark.delete', { id: mark.id })], { toast: `Deleted the name “${mark.name}”. What it named stays.` })
  return (
    <li className={styles['moment']}>
      <input type="checkbox" checked={isChosen} onChange={toggle} aria-label={`Compare “${mark.name}”`} />
      <div>
        <Link href={mapAt(slug, mark.revision, null)} prefetch={false} title="The map as it was then">
          {mark.name}
        </Link>
        <small>
          {markWords[mark.kind]} · {day}
          {who && ` · ${who}`}
        </small>
        {mark.note && <small>{mark.note}</small>}
      </div>
      <Menu
        align="end"
        trigger={
          <IconButton size="small" label={`More about “${mark.name}”`}>
            <Icon name="more" />
          </IconButton>
        }
        groups={[
          {
            items: [
              { id: 'open', label: 'What changed last before it', run: open },
              ...(may
                ? [
                    { id: 'rename', label: 'Rename …', run: () => setRenaming(true) },
                    { id: 'delete', label: 'Delete the name', isDanger: true, run: remove },
                  ]
                : []),
            ],
          },
        ]}
      />
    </li>
  )
}
