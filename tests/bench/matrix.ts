import { matrixInput } from '../../lib/client/scene-input/matrix.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import { layoutMatrix } from '../../lib/layout/matrix/matrix.ts'
import type { Size } from './generate.ts'
import { bytesOf } from './held-memory.ts'
import { generatedSnapshot } from './need-graph.ts'
import type { Result } from './result.ts'

/** What a screen of the matrix holds beside the network itself, against one byte for each cell. */
function measureMemory(size: Size): Result {
  const snapshot = generatedSnapshot(size)
  const assessment = assess(snapshot, { cycleId: null, today: '2027-02-20' })
  const choice = { level: 'key-result', order: 'area', openNodeIds: new Set<string>(), keep: null, isTiedOnly: false } as const
  const draw = () => layoutMatrix(matrixInput(snapshot, assessment, choice).input, 28)
  const cells = draw().columns.length ** 2
  const bytes = bytesOf(draw)
  const megabytes = (count: number) => `${(count / 1e6).toFixed(1)} MB`
  return {
    goal: 'MATRIX',
    what: `memory of the matrix of key results, at ${size}`,
    ours: megabytes(bytes),
    reference: `${megabytes(cells)} at a byte a cell`,
    ratio: bytes / cells,
    atMost: 0.5,
    rounds: 1,
  }
}

export async function measureMatrix(): Promise<Result[]> {
  return [measureMemory('L')]
}
