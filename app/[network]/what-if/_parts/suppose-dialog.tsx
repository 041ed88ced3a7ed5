'use client'
import { useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { WhatIfEdit } from '../../../../lib/domain/measure/what-if/edit.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import { Picker } from '../../../components/ui/picker.tsx'
import { ConfidenceForm, DueForm, NeedForm, PromiseForm, SecondForm } from './value-forms.tsx'
import { type About, subjectOptions, type Way, wayFacts, wayIn, wayOf, wayOptions } from './ways.ts'
import styles from './what-if.module.css'
import { editFrom } from './with-edit.ts'

type Props = {
  /** the edit that is changed, or the record that something is to be supposed about */
  readonly edit: WhatIfEdit | null
  readonly about: About | null
  /** chosen already, as on the page to start with */
  readonly way?: Way | null
  readonly onEdit: (edit: WhatIfEdit) => void
  readonly onClose: () => void
}

/** Says one thing that is supposed: what kind, of what, and how. Everything by a few letters and Enter. */
export function SupposeDialog({ edit, about, way: chosen = null, onEdit, onClose }: Props) {
  const { snapshot, assessment, cycle } = useNetwork()
  const first = edit ? wayOf(edit) : null
  const [way, setWay] = useState<Way | null>(first?.way ?? chosen)
  const [subjectId, setSubjectId] = useState<string | null>(first?.subjectId ?? about?.id ?? null)
  const take = (made: WhatIfEdit | null) => {
    if (made) onEdit(made)
  }
  const choose = (next: Way, id: string) => {
    if (next === 'drop') take(editFrom({ kind: 'drop', dependencyId: id }))
    else if (next === 'node' || next === 'team' || next === 'person') take(editFrom({ kind: 'without', entity: next, id }))
    else setSubjectId(id)
  }
  const chooseWay = (next: Way) => {
    setWay(next)
    if (about) choose(next, about.id)
  }
  const back = edit || (way === null && !chosen) ? null : () => (subjectId !== null && !about ? setSubjectId(null) : setWay(null))
  return (
    <Dialog open title={way === null ? 'What do you suppose?' : wayFacts(way).label} onClose={onClose}>
      <div className={styles['dialog']}>
        {way === null && (
          <Picker
            label="What do you suppose?"
            isFocused
            placeholder="A date, a confidence, a need, somebody who is not there"
            options={wayOptions(snapshot, about)}
            onChoose={(id) => {
              const next = wayIn(id)
              if (next) chooseWay(next)
            }}
          />
        )}
        {way !== null && subjectId === null && (
          <Picker
            key={way}
            label={wayFacts(way).ask}
            isFocused
            placeholder={wayFacts(way).ask}
            emptyText={
              wayFacts(way).about === 'kr' || wayFacts(way).about === 'need' ? 'There is none like that in this cycle.' : 'There is none like that.'
            }
            options={subjectOptions(snapshot, assessment, way, cycle?.id ?? null)}
            onChoose={(id) => choose(way, id)}
          />
        )}
        {subjectId !== null && way === 'confidence' && <ConfidenceForm id={subjectId} edit={edit} onEdit={take} />}
        {subjectId !== null && way === 'due' && <DueForm id={subjectId} edit={edit} onEdit={take} />}
        {subjectId !== null && way === 'promise' && <PromiseForm id={subjectId} edit={edit} onEdit={take} />}
        {subjectId !== null && way === 'add' && <NeedForm id={subjectId} edit={edit} onEdit={take} />}
        {subjectId !== null && way === 'second' && <SecondForm id={subjectId} onEdit={take} />}
        {back && (
          <Button size="small" tone="quiet" className={styles['back']} onClick={back}>
            Back
          </Button>
        )}
      </div>
    </Dialog>
  )
}
