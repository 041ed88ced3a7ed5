'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useRef, useState } from 'react'
import { messageOf } from '../../lib/client/mutate.ts'
import { addressOf, request } from '../../lib/client/request.ts'
import { showToast } from '../../lib/client/toast.ts'
import type { api } from '../../lib/contract/api.ts'
import type { ListedNetwork, NetworkSummary } from '../../lib/contract/handle.ts'
import { counted } from '../components/graph/words.ts'
import { Button, IconButton } from '../components/ui/button.tsx'
import { Dialog } from '../components/ui/dialog.tsx'
import { TextField } from '../components/ui/field.tsx'
import { Menu } from '../components/ui/menu.tsx'
import { Icon } from '../components/ui/ui-icon.tsx'
import { FaultList } from './fault-list.tsx'
import styles from './network-list.module.css'
import { useImport } from './use-import.ts'

type Doing = { readonly what: 'rename' | 'delete'; readonly network: NetworkSummary } | null

function counts({ counts: { nodes, objectives, keyResults, dependencies } }: NetworkSummary): string {
  return [counted(nodes, 'node'), counted(objectives, 'objective'), counted(keyResults, 'key result'), counted(dependencies, 'need')].join(' · ')
}

type Props = {
  readonly networks: readonly ListedNetwork[]
  /** of the server: makes networks, and does with them as a whole what can be done */
  readonly isOwner: boolean
}

/** One's networks; all of the server, and what can be done with one as a whole, for its owner. */
export function NetworkList({ networks, isOwner }: Props) {
  const router = useRouter()
  const [doing, setDoing] = useState<Doing>(null)
  const file = useRef<HTMLInputElement>(null)
  const { read, faults, isBusy } = useImport()
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (chosen) void read(chosen)
  }
  return (
    <main className={styles['page']}>
      <header className={styles['header']}>
        <h1>Networks</h1>
        <Button tone="quiet" onClick={() => router.push('/account')}>
          My account
        </Button>
        {isOwner && (
          <>
            <input
              ref={file}
              type="file"
              accept=".json,.csv,.tsv,application/json,text/csv,text/tab-separated-values"
              className="visually-hidden"
              aria-label="Import a file"
              tabIndex={-1}
              onChange={choose}
            />
            <Button disabled={isBusy} onClick={() => file.current?.click()}>
              <Icon name="upload" size={14} /> {isBusy ? 'Importing …' : 'Import'}
            </Button>
            <Button tone="primary" onClick={() => router.push('/welcome')}>
              New network
            </Button>
          </>
        )}
      </header>
      {faults && <FaultList faults={faults} />}
      <ul className={styles['list']}>
        {networks.map((network) => (
          <li key={network.id} className={styles['item']}>
            <Link href={`/${network.slug ?? network.id}`} className={styles['link']}>
              <strong>{network.name}</strong>
              <span>
                {counts(network)}
                {!network.isMember && ' · you are not a member'}
              </span>
            </Link>
            {isOwner && <NetworkMenu network={network} start={setDoing} />}
          </li>
        ))}
      </ul>
      {doing?.what === 'rename' && <RenameDialog network={doing.network} onClose={() => setDoing(null)} />}
      {doing?.what === 'delete' && <DeleteNetworkDialog network={doing.network} onClose={() => setDoing(null)} />}
    </main>
  )
}

function NetworkMenu({ network, start }: { readonly network: NetworkSummary; readonly start: (doing: Doing) => void }) {
  const exportHref = addressOf({ path: '/networks/{network}/export' }, { params: { network: network.id } })
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={`More for ${network.name}`}>
          <Icon name="more" />
        </IconButton>
      }
      groups={[
        {
          items: [
            { id: 'rename', label: 'Rename', run: () => start({ what: 'rename', network }) },
            { id: 'export', label: 'Export as a file', run: () => window.location.assign(exportHref) },
          ],
        },
        { items: [{ id: 'delete', label: 'Delete', isDanger: true, run: () => start({ what: 'delete', network }) }] },
      ]}
    />
  )
}

type DialogProps = { readonly network: NetworkSummary; readonly onClose: () => void }

function RenameDialog({ network, onClose }: DialogProps) {
  const router = useRouter()
  const [name, setName] = useState(network.name)
  const save = async () => {
    try {
      await request<typeof api.networks.update>(
        { method: 'PATCH', path: '/networks/{network}' },
        { params: { network: network.id }, body: { name: name.trim(), revision: network.revision } },
      )
      onClose()
      router.refresh()
    } catch (error) {
      showToast(messageOf(error), { tone: 'error' })
    }
  }
  return (
    <Dialog open size="small" title={`Rename “${network.name}”`} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label="Name" value={name} autoFocus required onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" tone="primary" disabled={name.trim() === ''}>
          Rename
        </Button>
      </form>
    </Dialog>
  )
}

function DeleteNetworkDialog({ network, onClose }: DialogProps) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const isSame = typed.trim() === network.name.trim()
  const remove = async () => {
    try {
      await request<typeof api.networks.remove>(
        { method: 'DELETE', path: '/networks/{network}' },
        { params: { network: network.id }, query: { confirm: network.name } },
      )
      showToast(`Deleted “${network.name}”`)
      onClose()
      router.refresh()
    } catch (error) {
      showToast(messageOf(error), { tone: 'error' })
    }
  }
  return (
    <Dialog open size="small" title={`Delete “${network.name}” for ever?`} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame) void remove()
        }}
      >
        <p>{counts(network)} go with it. This cannot be undone: export it first if you may need it again.</p>
        <TextField label={`Type “${network.name}” to confirm`} value={typed} autoFocus onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" tone="danger" disabled={!isSame}>
          Delete for ever
        </Button>
      </form>
    </Dialog>
  )
}
