'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { entityWords } from '../../../../lib/domain/snapshot.ts'
import { mapAt, mapFrom, momentOf } from '../../../components/history/moment.ts'
import type { Difference } from '../../../components/history/types.ts'
import { Button } from '../../../components/ui/button.tsx'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import styles from './detail.module.css'

type Props = {
  readonly revision: number
  /** the record that a restore would bring back first; null where nothing is gone, or where nobody here may */
  readonly main: Difference | null
  readonly restore: () => void
  readonly name: (() => void) | null
  readonly giveReason: (() => void) | null
}

/** What can be done about a change set, and the ways to the network as it was after it. */
export function DetailButtons({ revision, main, restore, name, giveReason }: Props) {
  const { slug } = useNetwork()
  return (
    <>
      <div className={styles['buttons']}>
        {main && (
          <Button size="small" tone="primary" onClick={restore}>
            Restore the {entityWords[main.entity]} <KeyHint keys="r" />
          </Button>
        )}
        {giveReason && (
          <Button size="small" onClick={giveReason}>
            Why? <KeyHint keys="w" />
          </Button>
        )}
        {name && (
          <Button size="small" onClick={name}>
            Name this moment <KeyHint keys="n" />
          </Button>
        )}
      </div>
      <p className={styles['ways']}>
        <Link href={mapAt(slug, revision, null)} prefetch={false}>
          The map as it was then
        </Link>
        <Link href={mapFrom(slug, momentOf(revision))} prefetch={false}>
          Compare with now
        </Link>
      </p>
    </>
  )
}
