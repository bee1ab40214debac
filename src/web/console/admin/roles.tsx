/** Roles of the staff: as tags, and as a choice that says what each of them may. */
import { Checkbox, Tag } from "antd";
import { useSay } from "../say.ts";

export const ROLES = ["owner", "finance", "risk", "service", "marketing", "auditor"] as const;
export type StaffRole = (typeof ROLES)[number];

const isRole = (role: string): role is StaffRole => ROLES.some((one) => one === role);

export function RoleTags({ roles }: { readonly roles: readonly string[] }) {
  const say = useSay();
  return (
    <>
      {roles.map((role) => (
        <Tag key={role}>{isRole(role) ? say(`staff.role.${role}`) : role}</Tag>
      ))}
    </>
  );
}

interface Props {
  readonly value?: readonly StaffRole[];
  readonly onChange?: (roles: readonly StaffRole[]) => void;
}

/** For a field of a form, which gives it its value. */
export function RoleChoice({ value = [], onChange }: Props) {
  const say = useSay();
  return (
    <Checkbox.Group
      className="console-columns"
      value={[...value]}
      options={ROLES.map((role) => ({
        value: role,
        label: (
          <>
            {say(`staff.role.${role}`)} <span className="ws-soft">{say(`staff.roleHelp.${role}`)}</span>
          </>
        ),
      }))}
      onChange={(roles) => onChange?.(roles.filter(isRole))}
    />
  );
}
