'use client'
import { useEffect, useState } from 'react'
import { readable } from '../../../../lib/client/actions/keys.ts'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { freshCode } from '../../../../lib/client/ritual/fresh-code.ts'
import { useLead } from '../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { frameActions } from './actions.ts'
import { CodePicture } from './code-picture.tsx'
import styles from './join-code.module.css'

/** The short link by which members join; null until the page knows its own address. */
export function useJoinLink({ code }: Pick<Ritual, 'code'>): string | null {
  const [origin, setOrigin] = useState<string | null>(null)
  useEffect(() => setOrigin(window.location.origin), [])
  return origin === null || code === null ? null : `${origin}/join/${code}`
}

/** The way into the session: QR code, short link and the code to type. */
export function JoinCard({ ritual }: { readonly ritual: Ritual }) {
  const link = useJoinLink(ritual)
  if (link === null || ritual.code === null) return null
  return (
    <div className={styles['joinCard']}>
      <CodePicture text={link} label={`QR code of ${link}`} />
      <p className={styles['joinText']}>
        <span className={styles['joinCode']}>{ritual.code}</span>
        <span className={styles['joinLink']}>{link.replace(/^https?:\/\//, '')}</span>
        <Button size="small" onClick={() => void copyText(link)}>
          Copy the link
        </Button>
      </p>
    </div>
  )
}

/** Whether who uses this browser can show how to join: there is a code, or they lead and make one. */
export function useMayShowCode(ritual: Ritual): boolean {
  const isLead = useLead(ritual)
  return ritual.state === 'open' && (ritual.code !== null || isLead)
}

/** A button with the code; a press shows it large. Who leads makes the code where there is none yet. */
export function JoinButton({ ritual }: { readonly ritual: Ritual }) {
  const mutate = useMutate()
  const [isOpen, setOpen] = useState(false)
  const mayShow = useMayShowCode(ritual)
  const show = () => {
    if (ritual.code === null) void mutate([call('ritual.update', { id: ritual.id, set: { code: freshCode() } })])
    setOpen(true)
  }
  useAction(frameActions.code, show, { enabled: mayShow })
  if (!mayShow) return null
  return (
    <>
      <button type="button" className={styles['code']} title={`Show the code to join (${readable('shift+i')})`} onClick={show}>
        <span className="visually-hidden">Show how to join: </span>
        {ritual.code ?? 'Invite'}
      </button>
      <Dialog open={isOpen} title={`Join “${ritual.title}”`} onClose={() => setOpen(false)}>
        <JoinCard ritual={ritual} />
      </Dialog>
    </>
  )
}
