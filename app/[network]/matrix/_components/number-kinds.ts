import { type OverlayKind, overlayKinds } from '../../../../lib/domain/measure/overlay/kinds.ts'
import type { MatrixLevel } from '../../../../lib/layout/matrix/input.ts'
import { resultKinds } from '../../../components/figure/numbers.ts'

/** Which numbers a matrix can carry: those of exchanges are of nodes alone. */
export function numberKinds(level: MatrixLevel): readonly OverlayKind[] {
  return level === 'node' ? overlayKinds : resultKinds
}
