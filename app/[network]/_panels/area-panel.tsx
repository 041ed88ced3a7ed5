'use client'

import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { useMay } from '../../../lib/client/who.ts'
import type { Area } from '../../../lib/domain/entity.ts'
import { get, referring } from '../../../lib/domain/snapshot.ts'
import { counted, percent } from '../../components/graph/words.ts'
import { AreaColour } from '../../components/ui/area-colour.tsx'
import { Button } from '../../components/ui/button.tsx'
import { NumberField, ProseField, TextField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { addNodeAction } from './panel-actions.ts'
import { PanelFrame, Row, Section } from './panel-frame.tsx'
import { PlaceLine } from './place-line.tsx'
import { RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function AreaPanel({ id }: { id: string }) {
  const { snapshot, assessment } = useNetwork()
  const edit = useEdit('area', id)
  const area = get(snapshot, 'area', id)
  const facts = assessment.areas.get(id)
  return (
    <PanelFrame
      entity="area"
      id={id}
      name={area.name}
      place={<PlaceLine areaId={id} word="value area" />}
      title={<TitleField label="Name" required value={area.name} field="name" onSave={(name, revision) => edit({ name }, revision)} />}
    >
      {facts && (
        <p className={styles['quiet']}>
          {counted(facts.keyResults, 'key result')} ·{' '}
          {facts.progress.share === null
            ? 'progress unknown'
            : `${percent(facts.progress.share)}, ${facts.progress.known} of ${facts.progress.total} known`}{' '}
          · needs {facts.needs} from other areas, gives {facts.gives}
        </p>
      )}
      <ProseField
        label="Description"
        value={area.description}
        placeholder="What value is made here, and for whom"
        field="description"
        onSave={(description, revision) => edit({ description }, revision)}
      />
      <Nodes area={area} />
      <Section title="Details">
        <Row>
          <TextField
            label="Kind"
            value={area.kind ?? ''}
            placeholder="customer, brand, …"
            field="kind"
            onSave={(kind, revision) => edit({ kind: kind || null }, revision)}
          />
          <NumberField
            label="Order"
            value={area.order}
            placeholder="as listed"
            field="order"
            onSave={(order, revision) => edit({ order }, revision)}
          />
        </Row>
        <IfMayEdit>
          <AreaColour areaId={id} />
        </IfMayEdit>
      </Section>
    </PanelFrame>
  )
}

function Nodes({ area }: { area: Area }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const nodes = referring(snapshot, 'node', 'areaId', area.id)
  const add = () => {
    const id = freshId('node')
    void mutate([{ name: 'node.create', input: { id, areaId: area.id, name: 'New node' } }]).then((done) => done && select('node', id))
  }
  useAction(addNodeAction, add, { enabled: useMay('area', area) })
  return (
    <Section title={counted(nodes.length, 'node')}>
      <ul className={styles['list']}>
        {nodes.map(({ id, name }) => {
          const facts = assessment.nodes.get(id)
          return (
            <li key={id}>
              <RecordLink kind="node" id={id} status={facts?.worst ?? null} detail={`${counted(facts?.keyResults ?? 0, 'key result')}`}>
                {name}
              </RecordLink>
            </li>
          )
        })}
      </ul>
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={add}>Add a node</Button>
        </div>
      </IfMayEdit>
    </Section>
  )
}
