'use client'
import { useEffect, useState } from 'react'
import { messageOf } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { request } from '../../../../../lib/client/request.ts'
import { showToast } from '../../../../../lib/client/toast.ts'
import type { api } from '../../../../../lib/contract/api.ts'
import type { Channel, Topic } from '../../../../../lib/domain/notify/topics.ts'
import card from '../../../../components/settings/settings-card.module.css'
import { Part } from '../../_parts/part.tsx'
import styles from './told.module.css'
import { ToldTable } from './told-table.tsx'
import { topicWords } from './topic-words.ts'

const path = '/networks/{network}/told-by'

function read(slug: string) {
  return request<typeof api.notifications.toldBy>({ method: 'GET', path }, { params: { network: slug } })
}

type ToldBy = Awaited<ReturnType<typeof read>>
type Choice = ToldBy['digest']

const choices: readonly { readonly value: Choice; readonly word: string; readonly says: string }[] = [
  { value: 'off', word: 'No digest', says: 'What waits is in the inbox.' },
  { value: 'daily', word: 'Daily', says: 'In the morning, when something waits for you.' },
  { value: 'weekly', word: 'Weekly', says: 'On the first morning of the week, when something waits for you.' },
]

function tell(error: unknown): void {
  showToast(messageOf(error), { tone: 'error' })
}

function noMailOf({ canMail, hasAddress }: ToldBy): string | null {
  if (!canMail) return 'This server sends no mail yet. Whoever runs it sets SMTP_URL and MAIL_FROM.'
  return hasAddress ? null : 'Your account has no e-mail address.'
}

const wayWords: Readonly<Record<Channel, string>> = { inApp: 'in Weft', mail: 'by mail' }

function toldWords(topic: Topic, channels: readonly Channel[]): string {
  const ways = channels.map((channel) => wayWords[channel]).join(' and ')
  return `${topicWords[topic].name}: ${ways === '' ? 'nothing is told. What waits is in the inbox.' : `told ${ways}.`}`
}

function useToldBy() {
  const { slug } = useNetwork()
  const [told, setTold] = useState<ToldBy | null>(null)
  useEffect(() => {
    read(slug).then(setTold, tell)
  }, [slug])
  const params = { network: slug }
  const chooseDigest = (choice: Choice) =>
    request<typeof api.notifications.setDigest>({ method: 'PATCH', path: '/networks/{network}/digest' }, { params, body: { choice } }).then(
      (next) => {
        setTold((before) => before && { ...before, digest: next.choice })
        showToast(choice === 'off' ? 'No digest of this network.' : `A ${choice} mail, when something waits for you.`)
      },
      tell,
    )
  const choose = (topic: Topic, channels: readonly Channel[]) =>
    request<typeof api.notifications.setToldBy>({ method: 'PATCH', path }, { params, body: { topic, channels: [...channels] } }).then((next) => {
      setTold(next)
      showToast(toldWords(topic, channels))
    }, tell)
  return { told, chooseDigest, choose }
}

function DigestChoice({
  told,
  noMail,
  choose,
}: {
  readonly told: ToldBy | null
  readonly noMail: string | null
  readonly choose: (choice: Choice) => void
}) {
  return (
    <fieldset className={styles['choices']} disabled={told === null || noMail !== null}>
      <legend className="visually-hidden">How often</legend>
      {choices.map(({ value, word, says }) => (
        <label key={value}>
          <input type="radio" name="digest" checked={told?.digest === value} onChange={() => choose(value)} />
          <span>
            <strong>{word}</strong> <span className={card['hint']}>{says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What somebody is told here, on which ways, and how often a mail says what waits. */
export function DigestScreen() {
  const { told, chooseDigest, choose } = useToldBy()
  const noMail = told && noMailOf(told)
  return (
    <>
      <h1>My notifications</h1>
      {noMail !== null && <p className={card['hint']}>{noMail}</p>}
      <Part
        id="digest"
        title="A mail about what waits for you"
        hint="Asks to answer, deliveries to accept, check-ins due; each with a link that answers at once."
      >
        <DigestChoice told={told} noMail={noMail} choose={(choice) => void chooseDigest(choice)} />
      </Part>
      <Part id="told" title="What I am told" hint="A choice counts from now on. Whatever you switch off, what waits for you stands in your inbox.">
        {told && <ToldTable topics={told.topics} digest={told.digest} noMail={noMail} choose={(topic, channels) => void choose(topic, channels)} />}
      </Part>
    </>
  )
}
