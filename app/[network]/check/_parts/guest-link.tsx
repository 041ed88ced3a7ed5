'use client'
import { useState } from 'react'
import { copyText } from '../../../../lib/client/copy-text.ts'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { request } from '../../../../lib/client/request.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import type { room as contract } from '../../../../lib/contract/room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import styles from './guest-link.module.css'

const path = '/networks/{network}/rituals/{ritual}/guest-link'

/** A link by which somebody without an account votes in this one check. It is shown once, and can be ended at any time. */
export function GuestLink({ ritual }: { readonly ritual: Ritual }) {
  const { networkId } = useNetwork()
  const [isOpen, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const params = { network: networkId, ritual: ritual.id }
  const run = (act: () => Promise<void>) => void act().catch((error: unknown) => showToast(messageOf(error), { tone: 'error' }))
  const make = async () => {
    const made = await request<typeof contract.openToGuests>({ method: 'POST', path }, { params })
    setLink(`${window.location.origin}${made.path}`)
  }
  const end = async () => {
    await request<typeof contract.closeToGuests>({ method: 'DELETE', path }, { params })
    setLink(null)
    showToast('The link is ended. Votes that were given stay.')
  }
  return (
    <>
      <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
        Guests
      </Button>
      <Dialog open={isOpen} size="small" title="A link for guests" onClose={() => setOpen(false)}>
        <div className={styles['guests']}>
          <p>Whoever has the link votes on the five statements of this one check and answers the question of value. It shows nothing else.</p>
          {link && (
            <p className={styles['link']} data-guest-link="">
              {link}
            </p>
          )}
          <div className={styles['buttons']}>
            <Button tone="quiet" onClick={() => run(end)}>
              End the link
            </Button>
            {link ? (
              <Button tone="primary" onClick={() => void copyText(link)}>
                Copy the link
              </Button>
            ) : (
              <Button tone="primary" onClick={() => run(make)}>
                Make a link
              </Button>
            )}
          </div>
        </div>
      </Dialog>
    </>
  )
}
