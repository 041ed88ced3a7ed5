import type { ComponentProps } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

type ButtonProps = ComponentProps<'button'> & {
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium'
}

export function Button({ tone = 'plain', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(styles['button'], styles[tone], styles[size], className)} {...rest} />
}

type LinkButtonProps = ComponentProps<'a'> & Pick<ButtonProps, 'tone' | 'size'>

/** A link that looks like the button it stands beside, such as one that downloads a file. */
export function LinkButton({ tone = 'plain', size = 'medium', className, ...rest }: LinkButtonProps) {
  return <a className={classNames(styles['button'], styles[tone], styles[size], className)} {...rest} />
}

type IconButtonProps = Omit<ButtonProps, 'aria-label'> & { readonly label: string; readonly keys?: string }

/** A button that shows only a picture; its name is read out and shown on hover and focus. */
export function IconButton({ label, keys, className, tone = 'quiet', ...rest }: IconButtonProps) {
  const hint = keys ? `${label} (${readable(keys)})` : label
  return <Button tone={tone} aria-label={label} title={hint} className={classNames(styles['icon'], className)} {...rest} />
}
