import type { Metadata } from 'next'
import { requireVisitor } from '../entrance.ts'
import { CodeScreen } from './_parts/code-screen.tsx'

export const metadata: Metadata = { title: 'Join a session', robots: 'noindex' }

/** Where members type the code that is read out in the room. */
export default async function JoinPage() {
  await requireVisitor()
  return <CodeScreen code="" />
}
