'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { showToast } from '../../../lib/client/toast.ts'
import { useView } from '../../../lib/client/view.ts'
import { Refusal } from '../../../lib/client/who.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { moveWords, type OpenMove } from '../../../lib/domain/promise/moves.ts'
import { nodesOfPromise } from '../../../lib/domain/promise/stand.ts'
import { find, nameOf } from '../../../lib/domain/snapshot.ts'
import { wantedMove } from './last-move.ts'
import { MoveButtons } from './move-buttons.tsx'
import styles from './promise.module.css'
import { Standing } from './standing.tsx'
import { TermsTable } from './terms-table.tsx'
import { UndoNotice } from './undo-notice.tsx'
import { type MoveDetails, usePromiseMove } from './use-promise.ts'

/** A promise as it stands, with what can be done about it: the same wherever one is open. */
export function PromiseBody({ need }: { readonly need: Dependency }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const makeMove = usePromiseMove()
  const proposer = need.terms && find(snapshot, 'node', nodesOfPromise(snapshot, need)[need.terms.by])?.name
  const nameKeyResult = () => {
    wantedMove.set({ dependencyId: need.id, move: 'bind' })
    select('need', need.id)
  }
  const tell = ({ move }: OpenMove, details: MoveDetails) => {
    const isUnbound = move === 'promise' && need.supplierKeyResultId === null && !details.supplierKeyResultId
    const text = `${capital(moveWords[move].done)}: “${nameOf(need)}”`
    showToast(text, isUnbound ? { action: { label: 'Name the key result', run: nameKeyResult } } : {})
  }
  const move = (open: OpenMove, details: MoveDetails) => {
    void makeMove(need.id, open, details).then((isDone) => isDone && tell(open, details))
  }
  return (
    <section className={styles['body']} aria-label="The promise" data-scope="promise">
      <Standing need={need} />
      <TermsTable need={need} proposer={proposer ?? null} />
      {/* who may move is told by the moves, whoever may edit the record */}
      <Refusal value={null}>
        <MoveButtons need={need} onMove={move} />
      </Refusal>
      <UndoNotice dependencyId={need.id} />
    </section>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
