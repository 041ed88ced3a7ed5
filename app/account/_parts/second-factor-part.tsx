'use client'
import { useState } from 'react'
import { dropSecondFactor, newRecoveryCodes, prepareSecondFactor, type SecondFactor } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { Icon } from '../../components/ui/ui-icon.tsx'
import styles from './account.module.css'
import { PasswordAsk } from './password-ask.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

type Props = { readonly isOn: boolean; readonly hasPassword: boolean; readonly onChange: () => void }
type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'check'; readonly prepared: SecondFactor }
  | { readonly at: 'codes'; readonly codes: readonly string[] }

/** The second step of signing in: set up, renewed and dropped. */
export function SecondFactorPart({ isOn, hasPassword, onChange }: Props) {
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const finish = () => {
    setStep({ at: 'rest' })
    onChange()
  }
  const drop = async (password: string) => {
    await dropSecondFactor(password)
    showToast('The second step is off.')
    onChange()
  }
  return (
    <SettingsCard
      id="second"
      title="Second step"
      hint="A code of an authenticator app after the password: whoever learns your password still cannot sign in."
    >
      {!hasPassword && <p>Your provider asks for it where you sign in.</p>}
      {step.at === 'codes' && <RecoveryCodes codes={step.codes} onDone={finish} />}
      {step.at === 'check' && (
        <SecondFactorSetUp
          prepared={step.prepared}
          onChecked={() => setStep({ at: 'codes', codes: step.prepared.recoveryCodes })}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
      {step.at === 'rest' && hasPassword && !isOn && (
        <PasswordAsk word="Set up" run={async (password) => setStep({ at: 'check', prepared: await prepareSecondFactor(password) })} />
      )}
      {step.at === 'rest' && isOn && (
        <>
          <p className={styles['state']}>
            <Icon name="check" /> On
          </p>
          <PasswordAsk word="New recovery codes" run={async (password) => setStep({ at: 'codes', codes: await newRecoveryCodes(password) })} />
          <PasswordAsk word="Turn it off" run={drop} />
        </>
      )}
    </SettingsCard>
  )
}
