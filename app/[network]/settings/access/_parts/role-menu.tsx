'use client'
import { roleSentences, rolesInOrder } from '../../../../../lib/client/role-words.ts'
import type { Member } from '../../../../../lib/contract/members.ts'
import type { Role } from '../../../../../lib/domain/vocabulary.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Menu } from '../../../../components/ui/menu.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import styles from './role-menu.module.css'

type Props = { readonly member: Member; readonly isFixed: boolean; readonly choose: (role: Role) => void }

/** The role of a member; the menu says of each role what it may do. */
export function RoleMenu({ member, isFixed, choose }: Props) {
  if (isFixed) return <span title={roleSentences[member.role]}>{member.role}</span>
  return (
    <Menu
      align="end"
      trigger={
        <Button aria-label={`${member.role}: role of ${member.name}`}>
          {member.role} <Icon name="chevronDown" size={12} />
        </Button>
      }
      groups={[
        {
          title: `Role of ${member.name}`,
          items: rolesInOrder.map((role) => ({
            id: role,
            label: (
              <span className={styles['roleItem']}>
                <strong>{role}</strong>
                <small>{roleSentences[role]}</small>
              </span>
            ),
            isChecked: role === member.role,
            run: () => role !== member.role && choose(role),
          })),
        },
      ]}
    />
  )
}
