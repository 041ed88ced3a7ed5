'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { request } from '../../../../lib/client/request.ts'
import type { room } from '../../../../lib/contract/room.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import styles from './plan.module.css'

const byCode = { method: 'GET', path: '/rituals/by-code/{code}' } as const

/** The way in for who was told six letters: leads to the session, in whichever of one's networks it is. */
export function JoinByCode() {
  const router = useRouter()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const join = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    setBusy(true)
    try {
      const found = await request<(typeof room)['byCode']>(byCode, { params: { code: code.trim() } })
      router.push(`/${found.network}/${found.kind}`)
    } catch (failure) {
      setError(messageOf(failure))
    }
    setBusy(false)
  }
  return (
    <form className={styles['join']} onSubmit={(event) => void join(event)} data-scope="text">
      <TextField
        label="Join by code"
        placeholder="ABC234"
        value={code}
        maxLength={20}
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
        onChange={(event) => {
          setCode(event.currentTarget.value)
          setError(null)
        }}
      />
      <Button type="submit" disabled={isBusy}>
        Join
      </Button>
    </form>
  )
}
