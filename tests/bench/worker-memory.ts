import { pack, unpack } from '../../lib/client/measure/protocol.ts'
import { choose } from '../../lib/domain/measure/report/chosen.ts'
import { measureParts } from '../../lib/domain/measure/report/parts.ts'
import { type Size, sizes } from './generate.ts'
import { heldBytes } from './held-memory.ts'
import { generatedSnapshot } from './need-graph.ts'
import type { Result } from './result.ts'

/** What a worker holds that has measured a network: the network, and at the most, looked at after every step, with what it reckons with. */
type Held = { readonly network: number; readonly most: number }

function heldAt(size: Size): Held {
  const sent = structuredClone(pack(generatedSnapshot(size), null))
  const chosen = choose(unpack(sent, null), {}, '2027-02-20')
  const before = heldBytes()
  const network = unpack(structuredClone(sent), null)
  const withNetwork = heldBytes()
  const parts: unknown[] = []
  let [most, step] = [withNetwork, 0]
  for (const event of measureParts(network, chosen)) {
    if (event.kind === 'part') parts.push(event.part)
    step += 1
    if (event.kind === 'part' || step % 64 === 0) most = Math.max(most, heldBytes())
  }
  return { network: withNetwork - before, most: most - before }
}

/** Key results and needs of a network, times the logarithm of their number. */
function growth(size: Size): number {
  const count = sizes[size].keyResults + sizes[size].dependencies
  return count * Math.log2(count)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** What a worker holds with every measure at L, and how it has grown from S. */
export function measureWorkerMemory(): Result[] {
  const [small, large] = [heldAt('S'), heldAt('L')]
  return [
    {
      goal: 'G13',
      what: 'memory of all measures in a worker, S to L',
      ours: `${megabytes(small.most)} to ${megabytes(large.most)}, of it ${megabytes(large.network)} network`,
      reference: 'n · log n',
      ratio: large.most / small.most / (growth('L') / growth('S')),
      atMost: 1,
      rounds: 1,
    },
  ]
}
