'use client'
import type { KeyboardEvent } from 'react'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { CheckRule } from '../../../../../lib/domain/checks/rule.ts'
import { type CheckChoice, setCheck } from '../../../../../lib/domain/checks/set.ts'
import { settingsOf } from '../../../../../lib/domain/checks/settings.ts'
import styles from './checks.module.css'
import { LimitField } from './limit-field.tsx'

/** A rule, or another number that is set like the limit of one: then it has no severity, and no switch. */
export type Ruled = Pick<CheckRule, 'key' | 'title' | 'why' | 'limit'> & { readonly severity: CheckRule['severity'] | null }

type Props = { readonly caption: string; readonly rules: readonly Ruled[]; readonly may: boolean }

const severityWords = { high: '▲ important', medium: '◆ worth a look', low: '● for notice' } as const

/** Arrows go up and down through what the rules are set by: switches among switches, numbers keep the arrows for themselves. */
function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || !(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return
  event.preventDefault()
  const all = [...document.querySelectorAll<HTMLInputElement>('table[data-checks] input[type=checkbox]')]
  all[all.indexOf(event.target) + by]?.focus()
}

/** Rules of one theme: whether each speaks, and from which number on. */
export function RulesTable({ caption, rules, may }: Props) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const known = settingsOf(snapshot)
  const choiceOf = (key: string): CheckChoice => known.get(key) ?? { isOn: true, limit: null }
  const set = ({ key, title }: Ruled, patch: Partial<CheckChoice>) => {
    const choice = { ...choiceOf(key), ...patch }
    const said = choice.isOn ? `“${title}” is asked.` : `“${title}” is not asked any more.`
    void mutate(setCheck(snapshot, key, { choice, freshId }), { toast: patch.isOn === undefined ? `“${title}” is set.` : said })
  }
  return (
    <table className={styles['table']} data-checks="" onKeyDown={onKeyDown}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Asked</th>
          <th scope="col">Speaks from</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => {
          const { isOn, limit } = choiceOf(rule.key)
          return (
            <tr key={rule.key} data-off={!isOn || undefined}>
              <th scope="row">
                {rule.title}
                {rule.severity && <span className={styles['severity']}> {severityWords[rule.severity]}</span>}
                <small>{rule.why}</small>
              </th>
              <td className={styles['switch']}>
                {rule.severity && (
                  <input
                    type="checkbox"
                    aria-label={`${rule.title}: asked`}
                    checked={isOn}
                    disabled={!may}
                    onChange={({ currentTarget }) => set(rule, { isOn: currentTarget.checked })}
                  />
                )}
              </td>
              <td className={styles['limit']}>
                {rule.limit && (
                  <LimitField
                    key={limit ?? 'usual'}
                    name={rule.title}
                    limit={rule.limit}
                    value={limit}
                    may={may && isOn}
                    set={(next) => set(rule, { limit: next })}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
