'use client'
import { readable } from '../../../lib/client/actions/keys.ts'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { follow, following, stopFollowing } from '../../../lib/client/presence/follow.ts'
import { type Companion, initialsOf } from '../../../lib/client/presence/people.ts'
import { useCompanions } from '../../../lib/client/presence/use-presence.ts'
import { classNames } from '../ui/class-names.ts'
import { whoAction } from './actions.ts'
import { Avatar } from './avatar.tsx'
import { placeWords } from './place-words.ts'
import styles from './presence.module.css'

/** So many faces where there is room, and in a narrower bar. */
const [most, fewer] = [4, 2]

/** Who else is here: up to four by their initials, the rest by number; on narrow screens one button with the number. Nothing where nobody is. */
export function Avatars() {
  const companions = useCompanions()
  if (companions.length === 0) return null
  return (
    <div role="group" aria-label="Who is here" className={styles['avatars']} data-together>
      <span className={styles['faces']}>
        {companions.slice(0, most).map((companion) => (
          <Face key={companion.personId} companion={companion} />
        ))}
        <Rest companions={companions} shown={most} className={styles['restOfMost']} />
        <Rest companions={companions} shown={fewer} className={styles['restOfFewer']} />
      </span>
      <ListButton companions={companions} text={String(companions.length)} className={styles['count']} />
    </div>
  )
}

type RestProps = { readonly companions: readonly Companion[]; readonly shown: number; readonly className: string | undefined }

function Rest({ companions, shown, className }: RestProps) {
  const rest = companions.length - shown
  return rest > 0 && <ListButton companions={companions} text={`+${rest}`} className={classNames(styles['rest'], className)} />
}

function Face({ companion }: { readonly companion: Companion }) {
  const { snapshot } = useNetwork()
  const isFollowed = useObservable(following)?.personId === companion.personId
  const { personId, name, windows } = companion
  const where = placeWords(snapshot, windows[0])
  return (
    <button
      type="button"
      className={styles['face']}
      aria-label={`${initialsOf(name)}: ${name}, ${where}. ${isFollowed ? 'Stop following' : 'Follow'}`}
      aria-pressed={isFollowed}
      title={`${name} · ${where}\n${isFollowed ? 'You follow. Press to stop' : 'Press to follow'}`}
      onClick={() => (isFollowed ? stopFollowing() : follow(companion))}
    >
      <Avatar personId={personId} name={name} />
    </button>
  )
}

type ListProps = { readonly companions: readonly Companion[]; readonly text: string; readonly className: string | undefined }

function ListButton({ companions, text, className }: ListProps) {
  const all = companions.length === 1 ? '1 other is here' : `${companions.length} others are here`
  return (
    <button
      type="button"
      className={classNames(styles['list'], className)}
      aria-label={`${text.startsWith('+') ? `${text}: ` : ''}${all}. Show who`}
      title={`${companions.map(({ name }) => name).join(', ')} (${readable('g e')})`}
      onClick={() => runAction(whoAction.id)}
    >
      {text}
    </button>
  )
}
