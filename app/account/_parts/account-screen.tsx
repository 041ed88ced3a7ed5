'use client'
import Link from 'next/link'
import { Brand } from '../../components/account/account-page.tsx'
import { useSession } from '../../components/account/use-session.ts'
import card from '../../components/settings/settings-card.module.css'
import styles from './account.module.css'
import { AccountActions } from './account-actions.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { OwnData } from './own-data.tsx'
import { PasswordPart } from './password-part.tsx'
import { ProfilePart } from './profile-part.tsx'
import { SecondFactorPart } from './second-factor-part.tsx'
import { SessionsPart } from './sessions-part.tsx'

type Props = { readonly userId: string; readonly name: string; readonly email: string; readonly isInstanceOwner: boolean }

/** Everything about one's own account, on one page: what others see, how one signs in, where one is signed in, what is kept. */
export function AccountScreen({ userId, name, email, isInstanceOwner }: Props) {
  const { session, refresh } = useSession()
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <Link href="/?all" aria-label="Weft, all networks" className={styles['home']}>
          <Brand />
        </Link>
        <AccountActions userId={userId} />
      </header>
      <main className={card['cards']}>
        <h1>My account</h1>
        <ProfilePart name={name} email={email} isInstanceOwner={isInstanceOwner} />
        {session?.user && (
          <>
            <PasswordPart hasPassword={session.user.hasPassword} singleSignOn={session.ways.oidc?.name ?? null} email={email} />
            <SecondFactorPart isOn={session.user.hasSecondFactor} hasPassword={session.user.hasPassword} onChange={refresh} />
          </>
        )}
        <SessionsPart />
        <OwnData />
        {session?.user && <DeleteAccount userId={userId} email={email} hasPassword={session.user.hasPassword} />}
      </main>
    </div>
  )
}
