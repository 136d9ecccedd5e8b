import { Role } from '@salon/contracts/desk/rights';
import { Select } from '../../ui/Select.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

export type StaffName = { readonly id: string; readonly name: string };
const NOBODY = '';

/** As what somebody comes: her role, and who she is in the calendar. */
export function RoleFields(props: {
  readonly staff: readonly StaffName[];
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  readonly staffId: string | null;
  readonly onStaff: (staffId: string | null) => void;
}) {
  const { t } = useDeskSpeech();
  const { role, staffId } = props;
  return (
    <>
      <Select<Role>
        label={t.members.role}
        description={t.members.roleMore[role]}
        options={Role.options.map((value) => ({
          value,
          text: t.shell.roles[value],
          more: t.members.roleMore[value],
        }))}
        value={role}
        onChange={props.onRole}
      />
      <Select
        label={t.members.staff}
        description={role === 'staff' && staffId === null ? t.members.staffNeeded : t.members.staffMore}
        options={[
          { value: NOBODY, text: t.members.nobody },
          ...props.staff.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={staffId ?? NOBODY}
        onChange={(id) => props.onStaff(id === NOBODY ? null : id)}
      />
    </>
  );
}
