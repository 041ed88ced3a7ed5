'use client'
import { type FormEvent, useId } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { coreOf } from '../../../../lib/domain/own-nodes.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { shortDay } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Select, TextField } from '../../../components/ui/field.tsx'
import { agreeAction } from './actions.ts'
import styles from './coffee.module.css'
import { Ending, type Ends } from './ending.tsx'
import type { CoffeeState } from './use-coffee.ts'
import { WorthView } from './worth.tsx'

type Props = {
  readonly state: CoffeeState
  readonly ourName: string
  readonly onAgreed: (agreed: { readonly id: string; readonly coffee: CoffeeState['coffee']; readonly ends: Ends }) => void
}

/** The five questions on one screen; Enter agrees as soon as nothing is missing. */
export function CoffeeForm({ state, ourName, onAgreed }: Props) {
  const { snapshot, today } = useNetwork()
  const { said, say, coffee, fault, isNew } = state
  const known = 'nodeId' in coffee.partner ? find(snapshot, 'node', coffee.partner.nodeId) : undefined
  const isStaffed = known !== undefined && coreOf(snapshot, known.id, today).length > 0
  const ends: Ends = { us: ourName, them: known?.name ?? (said.partner.trim() || 'the partner'), isNew, isStaffed }
  const run = async () => {
    const id = fault === null ? await state.agree() : null
    if (id !== null) onAgreed({ id, coffee, ends })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run()
  }
  useAction(agreeAction, () => void run(), { enabled: fault === null })
  return (
    <form className={styles['page']} data-scope="ritual" data-home-scope="ritual" onSubmit={submit}>
      <header className={styles['head']}>
        <h1>Coffee</h1>
        <p className={styles['lead']}>Five questions for two who want to work together. They end in an exchange and a first promise.</p>
        {state.isFromBefore && (
          <p className={styles['ways']}>
            <span className={styles['quiet']}>What you typed before is still here.</span>
            <Button tone="quiet" onClick={state.startAnew}>
              Begin anew
            </Button>
          </p>
        )}
      </header>
      <div className={styles['columns']}>
        <div className={styles['questions']}>
          <Whom state={state} />
          <TextField
            label="1 · Whose job is to be done?"
            hint="In one sentence, as the one who has it would say it."
            maxLength={200}
            value={said.job}
            onChange={(event) => say({ job: event.currentTarget.value })}
          />
          <TextField
            label={`2 · What does each give? ${ends.us} → ${ends.them}`}
            hint="What we give -> what they give"
            maxLength={400}
            value={said.gives}
            onChange={(event) => say({ gives: event.currentTarget.value })}
          />
          <TextField
            label="3 · What is it worth alone, and together?"
            hint={worthHint(said.worth, coffee.worth)}
            maxLength={60}
            value={said.worth}
            onChange={(event) => say({ worth: event.currentTarget.value })}
          />
          <div className={styles['whom']}>
            <TextField
              label="4 · What is promised first?"
              hint="With a day if you like: “a test account by 31 mar”"
              maxLength={300}
              value={said.commitment}
              onChange={(event) => say({ commitment: event.currentTarget.value })}
            />
            <TextField
              label="5 · By when?"
              hint={`By ${shortDay(coffee.on, today)}`}
              placeholder="fri, 31 mar, in 3 weeks"
              value={said.day}
              onChange={(event) => say({ day: event.currentTarget.value })}
            />
          </div>
          <WhoPromises state={state} ends={ends} />
          {isNew && <AreaOf state={state} />}
        </div>
        <aside className={styles['result']}>
          {coffee.worth ? (
            <WorthView worth={coffee.worth} us={ends.us} them={ends.them} />
          ) : (
            <p className={styles['quiet']}>Once you say what it is worth, here stands what each of you gains.</p>
          )}
          <Ending coffee={coffee} ends={ends} title="What comes of it" />
          <footer className={styles['foot']}>
            <p role="status" className={styles['quiet']}>
              {fault}
            </p>
            <Button type="submit" tone="primary" disabled={fault !== null}>
              Agree
            </Button>
          </footer>
        </aside>
      </div>
    </form>
  )
}

const amounts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** How the worths are written; once they are read, as what, so that a comma in the wrong place is seen. */
function worthHint(typed: string, worth: CoffeeState['coffee']['worth']): string {
  if (worth) return `Read as ours ${amounts.format(worth.ours)}, theirs ${amounts.format(worth.theirs)}, together ${amounts.format(worth.together)}`
  if (typed.trim() !== '') return 'Three numbers on one scale: ours + theirs -> together'
  return 'Ours + theirs -> together, on any one scale: 40 + 25 -> 90'
}

/** Both sides: our node, and the partner by its name; a name that nobody has is a new node. */
function Whom({ state: { said, say, ours, us, isNew } }: Pick<Props, 'state'>) {
  const { snapshot } = useNetwork()
  const id = useId()
  return (
    <div className={styles['whom']}>
      {ours.length > 1 && (
        <Select
          label="We are"
          options={ours.map(({ id: value, name }) => ({ value, label: name }))}
          value={us?.id ?? ''}
          onChoose={(chosen) => say({ ourNodeId: chosen })}
        />
      )}
      <TextField
        label="With whom?"
        hint={isNew ? 'A new node, outside of the organisation.' : 'A node of the network, or the name of a new partner.'}
        list={id}
        maxLength={120}
        autoFocus
        value={said.partner}
        onChange={(event) => say({ partner: event.currentTarget.value })}
      />
      <datalist id={id}>
        {listOf(snapshot, 'node')
          .filter((node) => node.id !== us?.id)
          .map((node) => (
            <option key={node.id} value={node.name} />
          ))}
      </datalist>
    </div>
  )
}

/** Where a new node is put: in our own value area, unless somebody says otherwise. */
function AreaOf({ state: { say, areaId } }: Pick<Props, 'state'>) {
  const { snapshot } = useNetwork()
  return (
    <Select
      label="The value area of the new node"
      options={listOf(snapshot, 'area').map(({ id: value, name }) => ({ value, label: name }))}
      value={areaId}
      onChoose={(chosen) => say({ areaId: chosen })}
    />
  )
}

/** Which side promises first. Who may not plan for the partner asks the partner, and is told so. */
function WhoPromises({ state: { said, say, mayPlanForThem }, ends }: Pick<Props, 'state'> & { readonly ends: Ends }) {
  if (!mayPlanForThem)
    return <p className={styles['quiet']}>You do not plan for {ends.them}, so this is asked of them. It is a promise once they have said yes.</p>
  return (
    <fieldset className={styles['side']}>
      <legend>Who promises it?</legend>
      {(['them', 'us'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name="side" checked={said.promisedBy === side} onChange={() => say({ promisedBy: side })} />
          {side === 'them' ? `${ends.them}, to us` : `${ends.us}, to them`}
        </label>
      ))}
    </fieldset>
  )
}
