'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { checkSecondFactor, type SecondFactor } from '../../../lib/client/session.ts'
import { Failure } from '../../components/account/failure.tsx'
import form from '../../components/account/form.module.css'
import { copyText } from '../../components/account/one-time-secret.tsx'
import { useForm } from '../../components/account/use-form.ts'
import { Button } from '../../components/ui/button.tsx'
import { TextField } from '../../components/ui/field.tsx'
import styles from './second-factor.module.css'

const CodePicture = dynamic(() => import('./code-picture.tsx').then(({ CodePicture: loaded }) => loaded), {
  loading: () => <span className={styles['picture']} />,
})

type Props = { readonly prepared: SecondFactor; readonly onChecked: () => void; readonly onCancel: () => void }

/** Four letters at a time, so that a secret can be typed off. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

/** The secret as a picture and as a text, and the first code that proves that the app has it. */
export function SecondFactorSetUp({ prepared: { address, secret }, onChecked, onCancel }: Props) {
  const [code, setCode] = useState('')
  const { isBusy, failure, submit } = useForm(async () => {
    await checkSecondFactor(code)
    onChecked()
  })
  return (
    <div className={styles['setUp']}>
      <CodePicture text={address} />
      <form className={form['narrow']} onSubmit={submit} aria-label="Check the code">
        <p>Scan the picture with an authenticator app, or type this secret into it:</p>
        <p>
          <span className={styles['secret']}>{grouped(secret)}</span>
        </p>
        <Button size="small" tone="quiet" onClick={() => void copyText(secret, 'Secret copied.')}>
          Copy the secret
        </Button>
        <TextField
          label="Code that the app shows"
          className={form['code']}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Failure text={failure} />
        <div className={form['buttons']}>
          <Button type="submit" tone="primary" disabled={isBusy}>
            Turn it on
          </Button>
          <Button tone="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  )
}
