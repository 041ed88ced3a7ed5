'use client'

import { useAction } from '../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { useMay } from '../../../lib/client/who.ts'
import type { Node } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { find, get, listOf, referring } from '../../../lib/domain/snapshot.ts'
import { closenesses, nodeKinds } from '../../../lib/domain/vocabulary.ts'
import { RestsOn } from '../../components/figure/rests-on.tsx'
import { askExchange } from '../../components/graph/connect-prompts.ts'
import { closenessWords, counted, percent } from '../../components/graph/words.ts'
import { outsideText } from '../../components/health/outside-text.ts'
import { NodeLedger } from '../../components/promise/node-ledger.tsx'
import { NodeMeasures } from '../../components/promise/node-measures.tsx'
import { NodePlans } from '../../components/review/node-plans.tsx'
import { Button } from '../../components/ui/button.tsx'
import { SelectedWhatIf } from '../../components/what-if/door.tsx'
import { ActivitiesList } from './activities-list.tsx'
import { ProseField, SelectField, TitleField } from './field.tsx'
import { NodeHealth } from './node-health.tsx'
import styles from './panel.module.css'
import { addExchangeAction, addObjectiveAction, homeAction } from './panel-actions.ts'
import { More, PanelFrame, Row, Section } from './panel-frame.tsx'
import { ParticipationList } from './participation-list.tsx'
import { PlaceLine } from './place-line.tsx'
import { RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function NodePanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('node', id)
  const node = get(snapshot, 'node', id)
  const may = useMay('node', node)
  useAction(addExchangeAction, () => askExchange({ fromNodeId: id }), { enabled: may })
  useAction(homeAction, () => edit({ position: null }), { enabled: may && node.position !== null })
  return (
    <PanelFrame
      entity="node"
      id={id}
      name={node.name}
      place={<PlaceLine areaId={node.areaId} word="node" />}
      title={<TitleField label="Name" required value={node.name} field="name" onSave={(name, revision) => edit({ name }, revision)} />}
    >
      <Summary node={node} />
      <SelectedWhatIf door={{ without: 'node', id }} className={styles['way']}>
        Without it?
      </SelectedWhatIf>
      <Objectives node={node} />
      <RestsOn entity="node" id={id} />
      <NodeHealth nodeId={id} />
      <NodeLedger nodeId={id} />
      <NodeMeasures nodeId={id} />
      <Exchanges id={id} />
      <Section title="What it does">
        <ActivitiesList node={node} />
        <ProseField
          label="Description"
          value={node.description}
          placeholder="What this group of activities is for"
          field="description"
          onSave={(description, revision) => edit({ description }, revision)}
        />
      </Section>
      <Section title="Who takes part">
        <ParticipationList nodeId={id} />
      </Section>
      <More title="Area, kind, place">
        <Row>
          <SelectField
            label="Value area"
            value={node.areaId}
            options={listOf(snapshot, 'area').map((area) => ({ value: area.id, text: area.name }))}
            field="areaId"
            onSave={(areaId, revision) => areaId && edit({ areaId }, revision)}
          />
          <SelectField
            label="Kind"
            value={node.kind}
            options={nodeKinds.map((kind) => ({ value: kind, text: kind }))}
            none="activity (default)"
            field="kind"
            onSave={(kind, revision) => edit({ kind }, revision)}
          />
        </Row>
        <SelectField
          label="Closeness to the core"
          value={node.closeness}
          options={closenesses.map((each) => ({ value: each, text: closenessWords[each] }))}
          none="contributing (default)"
          field="closeness"
          onSave={(closeness, revision) => edit({ closeness }, revision)}
        />
        <IfMayEdit>
          {node.position ? (
            <div className={styles['buttons']}>
              <Button onClick={() => edit({ position: null })}>Back to its place on the map</Button>
            </div>
          ) : (
            <p className={styles['quiet']}>It stands at the place its area gives it. On the map it can be dragged, or moved with ⌥ and the arrows.</p>
          )}
        </IfMayEdit>
      </More>
      <NodePlans nodeId={id} />
    </PanelFrame>
  )
}

function Summary({ node }: { node: Node }) {
  const { snapshot, assessment } = useNetwork()
  const facts = assessment.nodes.get(node.id)
  if (!facts) return null
  const { progress } = facts
  const outside = outsideText(referring(snapshot, 'healthMetric', 'nodeId', node.id))
  return (
    <p className={styles['quiet']}>
      {counted(facts.objectives, 'objective')} · {counted(facts.keyResults, 'key result')} ·{' '}
      {progress.share === null ? 'progress unknown' : `${percent(progress.share)}, ${progress.known} of ${progress.total} known`} · needs{' '}
      {facts.needs} from others, gives {facts.gives}
      {outside === null ? '' : ` · ${outside}`}
    </p>
  )
}

function Objectives({ node }: { node: Node }) {
  const { snapshot, assessment, cycle } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const objectives = referring(snapshot, 'objective', 'nodeId', node.id).filter(({ cycleId }) => !cycle || cycleId === cycle.id)
  const add = () => {
    if (!cycle) return
    const id = freshId('objective')
    void mutate([{ name: 'objective.create', input: { id, nodeId: node.id, cycleId: cycle.id, title: 'New objective' } }]).then(
      (done) => done && select('objective', id),
    )
  }
  useAction(addObjectiveAction, add, { enabled: useMay('node', node) && cycle !== null })
  return (
    <Section title={`Objectives${cycle ? ` in ${cycle.name}` : ''}`}>
      {objectives.length === 0 && <p className={styles['quiet']}>No objective in this cycle.</p>}
      {objectives.map((objective) => (
        <div key={objective.id}>
          <RecordLink kind="objective" id={objective.id} detail={percentDetail(assessment.objectives.get(objective.id)?.progress.share ?? null)}>
            <strong>{objective.title}</strong>
          </RecordLink>
          <ul className={styles['list']} style={{ paddingLeft: 12 }}>
            {referring(snapshot, 'keyResult', 'objectiveId', objective.id).map(({ id, title }) => (
              <li key={id}>
                <RecordLink
                  kind="kr"
                  id={id}
                  status={assessment.keyResults.get(id)?.display ?? null}
                  detail={percentDetail(assessment.keyResults.get(id)?.progress.share ?? null)}
                >
                  {title}
                </RecordLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={add} disabled={!cycle} title={cycle ? undefined : 'There is no cycle yet: add one in the outline.'}>
            Add an objective
          </Button>
        </div>
      </IfMayEdit>
    </Section>
  )
}

function percentDetail(share: number | null): string {
  return share === null ? 'progress unknown' : `${percent(share)} done`
}

function Exchanges({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const given = referring(snapshot, 'exchange', 'fromNodeId', id)
  const received = referring(snapshot, 'exchange', 'toNodeId', id)
  const name = (nodeId: string) => find(snapshot, 'node', asId<'node'>(nodeId))?.name
  return (
    <Section title={`Exchanges · ${given.length + received.length}`}>
      <ul className={styles['list']}>
        {given.map((exchange) => (
          <li key={exchange.id}>
            <RecordLink kind="exchange" id={exchange.id} detail={`gives to ${name(exchange.toNodeId)} · ${exchange.kind}`}>
              {exchange.deliverable}
            </RecordLink>
          </li>
        ))}
        {received.map((exchange) => (
          <li key={exchange.id}>
            <RecordLink kind="exchange" id={exchange.id} detail={`gets from ${name(exchange.fromNodeId)} · ${exchange.kind}`}>
              {exchange.deliverable}
            </RecordLink>
          </li>
        ))}
      </ul>
      <IfMayEdit>
        <div className={styles['buttons']}>
          <Button onClick={() => askExchange({ fromNodeId: id })}>Add an exchange</Button>
        </div>
      </IfMayEdit>
    </Section>
  )
}
