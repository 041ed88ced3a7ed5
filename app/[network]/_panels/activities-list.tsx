'use client'

import { useState } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useRefusal } from '../../../lib/client/who.ts'
import type { Node } from '../../../lib/domain/entity.ts'
import { Button, IconButton } from '../../components/ui/button.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'
import { TextField } from './field.tsx'
import styles from './panel.module.css'
import { addActivityAction } from './panel-actions.ts'
import { useEdit } from './use-edit.ts'

/** The activities of a node, each one a line that can be changed or removed. */
export function ActivitiesList({ node }: { node: Node }) {
  const edit = useEdit('node', node.id)
  const [isAdding, setAdding] = useState(false)
  const { activities } = node
  useAction(addActivityAction, () => setAdding(true), { enabled: useRefusal() === null })
  const save = (at: number, text: string, revision: number) =>
    edit(
      { activities: text === '' ? activities.filter((_, index) => index !== at) : activities.map((each, index) => (index === at ? text : each)) },
      revision,
    )
  return (
    <>
      <ol aria-label="Activities">
        {activities.map((activity, at) => (
          <li key={`${at}-${activity}`} style={{ display: 'flex', alignItems: 'center', gap: 4, marginBottom: 4 }}>
            <div style={{ flex: 1 }}>
              <TextField label={`Activity ${at + 1}`} hideLabel value={activity} onSave={(text, revision) => save(at, text, revision)} />
            </div>
            <IfMayEdit>
              <IconButton
                size="small"
                label={`Remove activity ${activity}`}
                onClick={() => edit({ activities: activities.filter((_, index) => index !== at) })}
              >
                <Icon name="close" size={14} />
              </IconButton>
            </IfMayEdit>
          </li>
        ))}
      </ol>
      {isAdding && (
        <TextField
          label="New activity"
          value=""
          autoFocus
          placeholder="such as onboarding new clients"
          onSave={(text, revision) => {
            setAdding(false)
            if (text !== '') edit({ activities: [...activities, text] }, revision)
          }}
        />
      )}
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={() => setAdding(true)} disabled={isAdding}>
            Add an activity
          </Button>
        </div>
      </IfMayEdit>
    </>
  )
}
