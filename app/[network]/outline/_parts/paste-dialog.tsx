'use client'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
export function PasteDialog(_: { readonly text: string; readonly rows: readonly RecordRow[]; readonly onClose: () => void }) {
  return null
}
