import type { StaffChange, StaffMember } from '@salon/contracts/desk/team';
import { useDesk } from '../lib/desk.ts';
import { deskPut } from '../lib/desk-http.ts';
import { type Saving, useSaving } from '../set-up/use-saving.ts';

/** A part of a staff member that is saved by itself. */
type StaffPart = Omit<StaffChange, 'version' | 'confirm'>;
export type StaffFormProps = { readonly staff: StaffMember; readonly today: string };

/** Saves a part of a staff member, as it was seen. */
export function useStaffSaving({ id, version }: StaffMember, onSaved: () => void): Saving<StaffPart> {
  const { salon } = useDesk();
  return useSaving<StaffPart, StaffMember>({
    send: (part, confirm) => deskPut(`/api/desk/${salon.id}/team/${id}`, { version, confirm, ...part }),
    onSaved,
  });
}
