import Link from 'next/link'
import { EmptyState } from './components/ui/empty-state.tsx'

export default function NotFound() {
  return (
    <main>
      <EmptyState title="There is nothing at this address" action={<Link href="/?all">All networks</Link>}>
        The network may have been deleted or renamed, or the address has a typing mistake.
      </EmptyState>
    </main>
  )
}
