'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { RecordPlace } from '../../../lib/client/drafts/record-place.ts'
import { EditsRecord, IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useDelete } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { showToast } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import { useMay, useRefusal } from '../../../lib/client/who.ts'
import type { EditableEntity } from '../../../lib/domain/command/records.ts'
import { entityWords, find } from '../../../lib/domain/snapshot.ts'
import { RecordHistory } from '../../components/history/record-history.tsx'
import { TalkSection } from '../../components/talk/talk.tsx'
import { RecordChange } from '../../components/time/record-change.tsx'
import { IconButton } from '../../components/ui/button.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'
import parts from './panel.module.css'
import { deleteAction } from './panel-actions.ts'
import styles from './panel-frame.module.css'

type FrameProps = {
  readonly entity: EditableEntity
  readonly id: string
  readonly name: string
  /** where the record stands, such as “Customer value · Growth” */
  readonly place?: ReactNode
  readonly title: ReactNode
  readonly children: ReactNode
  /** whether it can be deleted as it stands, by whoever may change it */
  readonly canDelete?: boolean
  /** says itself why there is nothing to edit */
  readonly explains?: boolean
}

/** The kinds of record whose panel tells what happened to them. */
const withHistory: ReadonlySet<EditableEntity> = new Set(['node', 'keyResult', 'dependency', 'exchange', 'healthMetric'])

/** What every panel has: what it is about, a link to it, delete, close. Where the record may not be changed, its fields are texts. */
export function PanelFrame({ entity, id, name, place, title, children, canDelete = true, explains = false }: FrameProps) {
  const { snapshot } = useNetwork()
  const record = find(snapshot, entity, id)
  const may = useMay(entity, record)
  const { clearSelection } = useView()
  const remove = useDelete()
  const panel = useRef<HTMLElement>(null)
  const here = useMemo(() => ({ entity, id }), [entity, id])
  const isInside = () => panel.current?.contains(document.activeElement) ?? false

  const copyLink = () => {
    void navigator.clipboard.writeText(location.href).then(
      () => showToast('Link copied'),
      () => showToast('The browser did not allow copying. The address bar holds the link.', { tone: 'error' }),
    )
  }
  const close = () => {
    const wasInside = isInside()
    clearSelection()
    if (wasInside) returnFocus(id)
  }
  const removeRecord = () => void remove(entity, id).then((isGone) => isGone && close())

  useAction(deleteAction, removeRecord, { enabled: may && canDelete })

  return (
    <EditsRecord entity={entity} record={record}>
      <RecordPlace value={here}>
        <aside
          ref={panel}
          className={styles['panel']}
          aria-label={`${entityWords[entity]}: ${name}`}
          data-panel={entity}
          data-scope={entity === 'dependency' ? 'promise' : undefined}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            event.preventDefault()
            close()
          }}
        >
          <div className={styles['head']}>
            <div className={styles['bar']}>
              <span className={styles['kind']}>{place ?? entityWords[entity]}</span>
              <IconButton size="small" label="Copy a link to this" onClick={copyLink}>
                <Icon name="link" />
              </IconButton>
              <IfMayEdit>
                {canDelete && (
                  <IconButton size="small" label="Delete" onClick={removeRecord}>
                    <Icon name="trash" />
                  </IconButton>
                )}
              </IfMayEdit>
              <IconButton size="small" label="Close panel" keys="Escape" onClick={close}>
                <Icon name="close" />
              </IconButton>
            </div>
            <h2 className="visually-hidden">{name}</h2>
            {title}
            {!explains && <ReadOnlyNote />}
          </div>
          <RecordChange entity={entity} id={id} />
          <div className={styles['body']}>
            {children}
            <TalkSection entity={entity} id={id} />
            {withHistory.has(entity) && <RecordHistory id={id} />}
          </div>
        </aside>
      </RecordPlace>
    </EditsRecord>
  )
}

/** Why there is nothing to edit here. */
function ReadOnlyNote() {
  const refusal = useRefusal()
  return refusal === null ? null : <p className={parts['quiet']}>{refusal}</p>
}

/** Gives the focus back to what the panel was opened from. */
function returnFocus(id: string): void {
  document.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus()
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** A part that is seldom needed, one press away. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles['more']}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>
}
