'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { freshCode } from '../../../../lib/client/ritual/fresh-code.ts'
import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import { useMay } from '../../../../lib/client/who.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Node, Ritual } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { find, networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { counted, shortDay } from '../../../components/graph/words.ts'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Combobox } from '../../../components/ui/combobox.tsx'
import { checkActions } from './actions.ts'
import styles from './check.module.css'
import end from './end.module.css'
import { LineToCore } from './line-to-core.tsx'
import { StatementTrends } from './statement-trends.tsx'

type Props = {
  readonly node: Node
  readonly nodes: readonly Node[]
  readonly booked: Ritual | null
  readonly past: readonly Ritual[]
  readonly choose: (id: string | null) => void
  readonly show: (ritualId: string) => void
}

/** A clock that is a little slow must not put what is told before the beginning of what was booked. */
const slackMs = 5 * 60_000

/** Opens a check of a node, or starts the one that is booked. */
function useStart(node: Node, booked: Ritual | null) {
  const mutate = useMutate()
  return (isTogether: boolean) => {
    const code = isTogether ? freshCode() : null
    if (booked) {
      const startsAt = new Date(serverNow() - slackMs).toISOString()
      return void mutate([call('ritual.update', { id: booked.id, set: { startsAt, isTogether, code } })])
    }
    return void mutate([call('ritual.open', { id: freshId('ritual'), kind: 'check', nodeId: node.id, isTogether, code })])
  }
}

/** A session that is not there yet, to ask whether one may open it. */
function wouldBe(node: Node): Ritual {
  const said = { agenda: [], revealed: [], attendeeIds: [], guests: 0, isTogether: true, statement: null, isStatementShared: false }
  const unknown = { cycleId: null, place: null, timer: null, facilitatorId: null, code: null, expected: null, markId: null, personId: null }
  const times = { at: '2000-01-01T00:00:00Z', startsAt: null, closedAt: null, revision: null, baseRevision: null }
  const made = { id: asId<'ritual'>('rit_new'), rank: 1, kind: 'check', title: node.name, nodeId: node.id, state: 'open', phase: 'line' } as const
  return { ...made, ...said, ...unknown, ...times }
}

/** Before a check: the line to the core, the way in, and the checks of before. */
export function CheckEntry({ node, nodes, booked, past, choose, show }: Props) {
  const { snapshot, today } = useNetwork()
  const tone = useAreaTone(node.areaId)
  const mayStart = useMay('ritual', wouldBe(node))
  const start = useStart(node, booked)
  const { timeZone } = networkOf(snapshot)
  useAction(checkActions.start, () => start(false), { enabled: mayStart })
  useAction(checkActions.together, () => start(true), { enabled: mayStart })
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <header className={styles['head']}>
        <Combobox
          label="Node"
          value={node.id}
          options={nodes.map(({ id, name, areaId }) => ({ id, label: name, hint: find(snapshot, 'area', areaId)?.name ?? '' }))}
          onChange={choose}
        />
        <h1 style={{ color: tone?.colour }}>{node.name}</h1>
        {mayStart ? (
          <div className={styles['ways']}>
            <Button tone="primary" onClick={() => start(false)}>
              Start the check, ten minutes
            </Button>
            <Button onClick={() => start(true)}>Together with others</Button>
          </div>
        ) : (
          <p className={styles['quiet']}>Who takes part in this node starts its check. This is what the network knows of it.</p>
        )}
        {booked?.startsAt && <p className={styles['quiet']}>The next check is booked for {shortDay(dayIn(timeZone, booked.startsAt), today)}.</p>}
      </header>
      <LineToCore nodeId={node.id} />
      {past.length > 0 && (
        <section aria-labelledby="past-title">
          <h2 id="past-title">Checks of before</h2>
          <StatementTrends past={past} />
          <ul className={end['past']}>
            {past.slice(0, 12).map(({ id, closedAt, at, attendeeIds, guests }) => (
              <li key={id}>
                <button type="button" onClick={() => show(id)}>
                  <b>{shortDay(dayIn(timeZone, closedAt ?? at), today)}</b>
                  <span>{counted(attendeeIds.length + guests, 'person', 'people')}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
