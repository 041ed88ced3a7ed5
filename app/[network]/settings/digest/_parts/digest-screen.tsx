'use client'
import { useEffect, useState } from 'react'
import { messageOf } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { showToast } from '../../../../../lib/client/toast.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import { Part } from '../../_parts/part.tsx'
import styles from '../../_parts/settings.module.css'

const path = '/networks/{network}/digest'

function read(slug: string) {
  return request<typeof api.notifications.digest>({ method: 'GET', path }, { params: { network: slug } })
}

type Digest = Awaited<ReturnType<typeof read>>
type Choice = Digest['choice']

const choices: readonly { readonly value: Choice; readonly word: string; readonly says: string }[] = [
  { value: 'off', word: 'No mail', says: 'What waits is in the inbox.' },
  { value: 'daily', word: 'Daily', says: 'In the morning, when something waits for you.' },
  { value: 'weekly', word: 'Weekly', says: 'On the first morning of the week, when something waits for you.' },
]

function tell(error: unknown): void {
  showToast(messageOf(error), { tone: 'error' })
}

/** How often somebody gets a mail about what waits for them here. */
export function DigestScreen() {
  const { slug } = useNetwork()
  const [digest, setDigest] = useState<Digest | null>(null)
  useEffect(() => {
    read(slug).then(setDigest, tell)
  }, [slug])
  const choose = (choice: Choice) =>
    request<typeof api.notifications.setDigest>({ method: 'PATCH', path }, { params: { network: slug }, body: { choice } }).then((next) => {
      setDigest(next)
      showToast(choice === 'off' ? 'No mail from this network.' : `A ${choice} mail, when something waits for you.`)
    }, tell)
  return (
    <>
      <h1>My digest</h1>
      <Part
        id="digest"
        title="A mail about what waits for you"
        hint="Asks to answer, changes proposed, deliveries to accept, check-ins due; each with a link that answers at once."
      >
        {digest && !digest.canMail && <p className={styles['quiet']}>This server sends no mail yet. Whoever runs it sets SMTP_URL and MAIL_FROM.</p>}
        {digest?.canMail && !digest.hasAddress && <p className={styles['quiet']}>Your account has no e-mail address.</p>}
        <fieldset className={styles['choices']} disabled={digest === null || !digest.canMail || !digest.hasAddress}>
          <legend className="visually-hidden">How often</legend>
          {choices.map(({ value, word, says }) => (
            <label key={value}>
              <input type="radio" name="digest" checked={digest?.choice === value} onChange={() => void choose(value)} />
              <span>
                <strong>{word}</strong> <span className={styles['quiet']}>{says}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </Part>
    </>
  )
}
