'use client'

import type { ReactNode } from 'react'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { IfMayEdit } from '../../../lib/client/may-edit.tsx'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { Refusal, useMay, useRefusal } from '../../../lib/client/who.ts'
import type { Exchange } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { find, get, listOf } from '../../../lib/domain/snapshot.ts'
import { exchangeKinds, valueFactors, valueLevels } from '../../../lib/domain/vocabulary.ts'
import { ExchangeHealthPart } from '../../components/review/exchange-health.tsx'
import { Sources } from '../../components/sources/sources.tsx'
import { Button } from '../../components/ui/button.tsx'
import { ChoicesField, NumberField, SelectField, TextField, TitleField } from './field.tsx'
import styles from './panel.module.css'
import { swapExchangeAction } from './panel-actions.ts'
import { More, PanelFrame, Row, Section } from './panel-frame.tsx'
import { RecordLink } from './record-link.tsx'
import { useEdit } from './use-edit.ts'

export function ExchangePanel({ id }: { id: string }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('exchange', id)
  const exchange = get(snapshot, 'exchange', id)
  const swap = () =>
    edit({
      fromNodeId: exchange.toNodeId,
      toNodeId: exchange.fromNodeId,
      valueBySender: exchange.valueByReceiver,
      valueByReceiver: exchange.valueBySender,
      confirmed: unconfirmed(exchange),
    })
  useAction(swapExchangeAction, swap, { enabled: useMay('exchange', exchange) })
  return (
    <PanelFrame
      entity="exchange"
      id={id}
      name={exchange.deliverable}
      place={`exchange · ${exchange.kind}`}
      title={
        <TitleField
          label="What is given"
          required
          value={exchange.deliverable}
          field="deliverable"
          onSave={(deliverable, revision) => edit({ deliverable }, revision)}
        />
      }
    >
      <Ends exchange={exchange} swap={swap} />
      <Section title="How it goes">
        <ExchangeHealthPart exchange={exchange} />
      </Section>
      <Ratings exchange={exchange} />
      <Section title="What it is">
        <Row>
          <SelectField
            label="Kind"
            value={exchange.kind}
            options={exchangeKinds.map((kind) => ({ value: kind, text: kind }))}
            field="kind"
            onSave={(kind, revision) => kind && edit({ kind }, revision)}
          />
          <SelectField
            label="Level of value"
            value={exchange.level}
            options={valueLevels.map((level) => ({ value: level, text: level }))}
            none="not said"
            field="level"
            onSave={(level, revision) => edit({ level }, revision)}
          />
        </Row>
        <ChoicesField
          label="Factors of value"
          values={exchange.factors}
          options={valueFactors.map((factor) => ({ value: factor, text: factor }))}
          onSave={(factors) => edit({ factors })}
        />
        <SaidBy nodeId={exchange.toNodeId} exchange={exchange}>
          <SelectField
            label="Confirmed by the receiver"
            value={exchange.confirmed === null ? null : exchange.confirmed ? 'yes' : 'no'}
            options={[
              { value: 'yes', text: 'yes' },
              { value: 'no', text: 'one-sided so far' },
            ]}
            none="not said"
            field="confirmed"
            onSave={(answer, revision) => edit({ confirmed: answer === null ? null : answer === 'yes' }, revision)}
          />
        </SaidBy>
        <TextField
          label="Source"
          value={exchange.source ?? ''}
          placeholder="where this is written down"
          field="source"
          onSave={(source, revision) => edit({ source: source || null }, revision)}
        />
        <Sources subject="exchange" id={id} field={null} of="this exchange" />
      </Section>
    </PanelFrame>
  )
}

function Ends({ exchange, swap }: { exchange: Exchange; swap: () => void }) {
  const { snapshot } = useNetwork()
  const edit = useEdit('exchange', exchange.id)
  const options = listOf(snapshot, 'node').map(({ id, name }) => ({ value: id, text: name }))
  return (
    <Section title="From whom to whom">
      <Row>
        <RecordLink kind="node" id={exchange.fromNodeId} detail="gives">
          {find(snapshot, 'node', exchange.fromNodeId)?.name}
        </RecordLink>
        <RecordLink kind="node" id={exchange.toNodeId} detail="receives">
          {find(snapshot, 'node', exchange.toNodeId)?.name}
        </RecordLink>
      </Row>
      <IfMayEdit>
        <More title="Another giver or receiver">
          <Row>
            <SelectField
              label="Giver"
              value={exchange.fromNodeId}
              options={options.filter(({ value }) => value !== exchange.toNodeId)}
              field="fromNodeId"
              onSave={(fromNodeId, revision) => fromNodeId && edit({ fromNodeId, valueBySender: null }, revision)}
            />
            <SelectField
              label="Receiver"
              value={exchange.toNodeId}
              options={options.filter(({ value }) => value !== exchange.fromNodeId)}
              field="toNodeId"
              onSave={(toNodeId, revision) => toNodeId && edit({ toNodeId, valueByReceiver: null, confirmed: unconfirmed(exchange) }, revision)}
            />
          </Row>
          <div className={styles['buttons']}>
            <Button onClick={swap}>Turn around</Button>
          </div>
        </More>
      </IfMayEdit>
    </Section>
  )
}

/** Another receiver, or another direction, has not been confirmed by anybody. */
function unconfirmed({ confirmed }: Exchange): Exchange['confirmed'] {
  return confirmed === true ? null : confirmed
}

type SaidByProps = { readonly nodeId: string; readonly exchange: Exchange; readonly children: ReactNode }

/** What one side of an exchange says itself: to the other side it is text. */
function SaidBy({ nodeId, exchange, children }: SaidByProps) {
  const { snapshot } = useNetwork()
  const around = useRefusal()
  const may = useMay('exchange', { ...exchange, fromNodeId: asId<'node'>(nodeId), toNodeId: asId<'node'>(nodeId) })
  const foreign = may ? null : `Only “${find(snapshot, 'node', nodeId)?.name ?? ''}” says this.`
  return (
    <div>
      <Refusal value={around ?? foreign}>{children}</Refusal>
      {around === null && foreign && <p className={styles['quiet']}>{foreign}</p>}
    </div>
  )
}

/** How the two ratings compare, in words; null where one is missing. */
function gapSentence({ valueBySender, valueByReceiver }: Exchange): string | null {
  if (valueBySender === null || valueByReceiver === null) return null
  const gap = valueByReceiver - valueBySender
  if (gap === 0) return 'Both sides see the same value.'
  return gap > 0 ? `The receiver values it ${gap} higher than the giver thinks.` : `The giver thinks it worth ${-gap} more than the receiver does.`
}

function Ratings({ exchange }: { exchange: Exchange }) {
  const edit = useEdit('exchange', exchange.id)
  const gap = gapSentence(exchange)
  return (
    <Section title="What it is worth">
      <Row>
        <SaidBy nodeId={exchange.fromNodeId} exchange={exchange}>
          <NumberField
            label="To the giver’s mind, −2 to 5"
            value={exchange.valueBySender}
            minimum={-2}
            maximum={5}
            placeholder="not rated"
            field="valueBySender"
            onSave={(valueBySender, revision) => edit({ valueBySender }, revision)}
          />
          <Sources subject="exchange" id={exchange.id} field="valueBySender" of="the rating by the giver" />
        </SaidBy>
        <SaidBy nodeId={exchange.toNodeId} exchange={exchange}>
          <NumberField
            label="To the receiver, −2 to 5"
            value={exchange.valueByReceiver}
            minimum={-2}
            maximum={5}
            placeholder="not rated"
            field="valueByReceiver"
            onSave={(valueByReceiver, revision) => edit({ valueByReceiver }, revision)}
          />
          <Sources subject="exchange" id={exchange.id} field="valueByReceiver" of="the rating by the receiver" />
        </SaidBy>
      </Row>
      <p className={styles['quiet']}>{gap ?? 'The gap shows when both sides have rated it. −2 costs us, 0 neutral, 5 could not do without.'}</p>
    </Section>
  )
}
