import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { Doer } from '../set-up/doer.ts';
import type { SetUpChange, Tx } from '../set-up/set-up-change.repo.ts';

export type PictureRepo = ReturnType<typeof pictureRepo>;

/** Where a picture is seen: on a member of staff, or as the salon's logo. */
export type Place = { readonly kind: 'staff'; readonly staffId: string } | { readonly kind: 'logo' };

const addressOf = (salonId: string, id: string) => `/api/pictures/${salonId}/${id}.webp`;
const OURS = /^\/api\/pictures\/[^/]+\/([0-9a-f-]{36})\.webp$/;

/** Pictures of a salon's own. Replacing one removes the one before in the same transaction. */
export function pictureRepo(db: Database, change: SetUpChange) {
  return {
    /** The bytes of a picture; what is on a public page may be seen by everybody. */
    async find(salonId: string, id: string): Promise<Buffer | undefined> {
      const [row] = await readStatement<{ bytes: Buffer }>(db, {
        name: 'picture_find',
        text: 'select bytes from picture where salon_id = $1 and id = $2',
        values: [salonId, id],
      });
      return row?.bytes;
    },

    /** Puts a picture (or none) in its place; answers its address. */
    put(doer: Doer, place: Place, bytes: Buffer | null): Promise<string | null> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const before = await addressIn(tx, salonId, place);
          const after = bytes === null ? null : await keep(tx, doer, bytes);
          if (place.kind === 'logo') await tx.salon.update({ where: { id: salonId }, data: { logoUrl: after } });
          else await tx.staff.update({ where: staffKey(salonId, place.staffId), data: { photoUrl: after } });
          const old = OURS.exec(before ?? '')?.[1];
          if (old !== undefined) await tx.picture.deleteMany({ where: { salonId, id: old } });
          return { line: lineOf(salonId, place, before, after), result: after };
        },
      });
    },
  };
}

const staffKey = (salonId: string, id: string) => ({ salonId_id: { salonId, id } });

async function addressIn(tx: Tx, salonId: string, place: Place): Promise<string | null> {
  if (place.kind === 'logo') {
    return (await tx.salon.findUniqueOrThrow({ where: { id: salonId }, select: { logoUrl: true } })).logoUrl;
  }
  const staff = await tx.staff.findUnique({ where: staffKey(salonId, place.staffId), select: { photoUrl: true } });
  if (staff === null) throw new AppError('staff_not_found', 'There is no such staff member here.');
  return staff.photoUrl;
}

async function keep(tx: Tx, { member: { salonId }, now }: Doer, bytes: Buffer): Promise<string> {
  const id = v7();
  await tx.picture.create({ data: { salonId, id, bytes: new Uint8Array(bytes), createdAt: new Date(now) } });
  return addressOf(salonId, id);
}

function lineOf(salonId: string, place: Place, before: string | null, after: string | null) {
  return place.kind === 'logo'
    ? {
        action: 'salon.changed',
        subject: { kind: 'salon', id: salonId },
        before: { logo: before },
        after: { logo: after },
      }
    : {
        action: 'staff.changed',
        subject: { kind: 'staff', id: place.staffId },
        before: { photo: before },
        after: { photo: after },
      };
}
