import { eachLink, type Links } from './links.ts'

/** How a node's contacts are tied to each other. Null for a node without contacts. */
export type Ties = {
  /** Burt's constraint: near 0 for a bridge between others, 1 where all goes through one contact; it may exceed 1 */
  readonly constraint: readonly (number | null)[]
  /** contacts less what they have in common: 1 to the number of contacts */
  readonly effectiveSize: readonly (number | null)[]
}

type Sums = { readonly total: Float64Array; readonly strongest: Float64Array }

function sumsOf(links: Links): Sums {
  const size = links.start.length - 1
  const sums: Sums = { total: new Float64Array(size), strongest: new Float64Array(size) }
  for (let vertex = 0; vertex < size; vertex += 1)
    eachLink(links, vertex, (_, weight) => {
      sums.total[vertex] = (sums.total[vertex] ?? 0) + weight
      sums.strongest[vertex] = Math.max(sums.strongest[vertex] ?? 0, weight)
    })
  return sums
}

/** By vertex, all 0 between two uses: how much of a vertex's exchanges goes to a contact, directly and with what goes through others. */
type Room = { readonly direct: Float64Array; readonly reached: Float64Array }

/** Constraint and effective size of one vertex. */
function tiesOf(links: Links, { total, strongest }: Sums, vertex: number, { direct, reached }: Room): readonly [number, number] {
  const own = total[vertex] ?? 0
  eachLink(links, vertex, (contact, weight) => {
    direct[contact] = weight / own
    reached[contact] = weight / own
  })
  let [redundancy, constraint, contacts] = [0, 0, 0]
  eachLink(links, vertex, (contact, weight) => {
    const [share, all, most] = [weight / own, total[contact] ?? 1, strongest[contact] ?? 1]
    eachLink(links, contact, (other, between) => {
      const known = direct[other] ?? 0
      if (known === 0) return
      reached[other] = (reached[other] ?? 0) + share * (between / all)
      redundancy += known * (between / most)
    })
  })
  eachLink(links, vertex, (contact) => {
    contacts += 1
    constraint += (reached[contact] ?? 0) ** 2
    direct[contact] = 0
    reached[contact] = 0
  })
  return [constraint, contacts - redundancy]
}

/**
 * Who is boxed in and who bridges: c_i = Σ_j (p_ij + Σ_q p_iq·p_qj)², p_ij = exchanges between i and j ÷ exchanges of i, j and q contacts of
 * i; effective size = Σ_j (1 − Σ_q p_iq·m_jq), m_jq = exchanges between j and q ÷ the most that j has with one node.
 *
 * @param links both ways, weights = exchanges both ways
 * @returns by vertex
 * Cost O(Σ over links of the contact's degree). Source: Burt 1992. Spec: VN23.
 */
export function burtTies(links: Links): Ties {
  const size = links.start.length - 1
  const sums = sumsOf(links)
  const room: Room = { direct: new Float64Array(size), reached: new Float64Array(size) }
  const ties = Array.from({ length: size }, (_, vertex) => (sums.total[vertex] === 0 ? null : tiesOf(links, sums, vertex, room)))
  return { constraint: ties.map((each) => each?.[0] ?? null), effectiveSize: ties.map((each) => each?.[1] ?? null) }
}
