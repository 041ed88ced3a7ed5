import { parseAsString, useQueryState } from 'nuqs'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { ownNodes } from '../../../../lib/domain/own-nodes.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'

/** The node in question: that of the address, as node or as session, else the one that is selected, else the first of one's own, else the first that has key results. */
export function useNodeInQuestion() {
  const { snapshot, assessment, who, today } = useNetwork()
  const { selection } = useView()
  const [asked, setNode] = useQueryState('node', parseAsString.withOptions({ history: 'replace', shallow: true }))
  const [session] = useQueryState('session', parseAsString)
  const ofSession = find(snapshot, 'ritual', session)?.nodeId ?? null
  const ofKeyResult = selection?.kind === 'kr' ? (assessment.keyResults.get(selection.id)?.nodeId ?? null) : null
  const selected = selection?.kind === 'node' ? selection.id : ofKeyResult
  const nodes = listOf(snapshot, 'node')
  const own = ownNodes(snapshot, who.personId, today)
  const hasResults = ({ id }: { readonly id: string }) => (assessment.nodes.get(id)?.keyResults ?? 0) > 0
  const usual = nodes.find((node) => own.has(node.id) && hasResults(node)) ?? nodes.find(({ id }) => own.has(id)) ?? nodes.find(hasResults)
  return {
    node: find(snapshot, 'node', asked) ?? find(snapshot, 'node', ofSession) ?? find(snapshot, 'node', selected) ?? usual ?? nodes[0],
    nodes,
    setNode,
  }
}
