import type { ChangedCustomer, NewCustomer, NewFormula } from '@salon/contracts/desk/customers';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { sqlState } from '@salon/db/sql-state';
import { readStatement, readThrough, writeThrough } from '@salon/db/write-statement';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import { emailKey } from '../booking/email-key.ts';
import { dateOf } from '../set-up/dates.ts';
import type { Doer } from '../set-up/doer.ts';
import { whose } from './customer-search.repo.ts';
import { emailInUse, noCustomer, staleCard } from './refusals.ts';

export type Card = Prisma.CustomerGetPayload<{ include: { formulas: true } }>;
export type CustomerRepo = ReturnType<typeof customerRepo>;

type Tx = Prisma.TransactionClient;

export function customerRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>) =>
    writeThrough(db, () => prisma.$transaction(work)).catch((error: unknown) => {
      // The address is the only thing of a card that is unique.
      if ((error as { code?: string }).code === 'P2002' || sqlState(error) === '23505') throw emailInUse();
      throw error;
    });

  /** The card a member may see: of a card merged away, the one that stayed. */
  async function find(member: MemberScope, id: string): Promise<Card | undefined> {
    const staffId = whose(member);
    const [card] = await readStatement<{ id: string }>(db, {
      name: 'standing_customer',
      text: `select s.id from customer c join customer s on s.salon_id = c.salon_id and s.id = coalesce(c.merged_into, c.id)
        where c.salon_id = $1 and c.id = $2 and s.erased_at is null
          and ($3::uuid is null or is_customer_of($1, s.id, $3, $4))`,
      values: [member.salonId, id, staffId, member.loginId],
    });
    if (card === undefined) return undefined;
    const formulas = { orderBy: [{ mixedOn: 'desc' as const }, { createdAt: 'desc' as const }] };
    const where = { salonId_id: { salonId: member.salonId, id: card.id } };
    return (await readThrough(db, () => prisma.customer.findUnique({ where, include: { formulas } }))) ?? undefined;
  }

  async function mine(member: MemberScope, id: string): Promise<Card> {
    const card = await find(member, id);
    if (card === undefined) throw noCustomer();
    return card;
  }

  /** Changes a card in the version it was read, and says so in the trail. */
  async function write(tx: Tx, doer: Doer, card: Card, action: string, data: Prisma.CustomerUpdateManyMutationInput) {
    const { salonId, id, version } = card;
    const { count } = await tx.customer.updateMany({
      where: { salonId, id, version, erasedAt: null, mergedInto: null },
      data: { ...data, version: version + 1 },
    });
    if (count === 0) throw staleCard();
    const changed = Object.keys(data).filter((key) => key !== 'searchText' && key !== 'emailKey');
    const pick = (from: object) => Object.fromEntries(changed.map((key) => [key, plain(from, key)]));
    await writeAuditLine(tx, doer, {
      action,
      subject: { kind: 'customer', id },
      before: pick(card),
      after: pick(data),
    });
  }

  return {
    find: mine,

    async create(doer: Doer, wish: NewCustomer, locale: string): Promise<string> {
      const { salonId } = doer.member;
      const id = v7();
      const { name, email = null, phone = null, notes = null, allergies = null } = wish;
      await inTransaction(async (tx) => {
        await tx.customer.create({
          data: {
            ...{ salonId, id, name, email, phone, notes: filled(notes), allergies: filled(allergies) },
            emailKey: email && emailKey(email),
            locale: wish.locale ?? locale,
            createdAt: new Date(doer.now),
          },
        });
        const after = { name, email, phone, notes, allergies };
        await writeAuditLine(tx, doer, { action: 'customer.created', subject: { kind: 'customer', id }, after });
      });
      return id;
    },

    async change(doer: Doer, id: string, { version, ...wish }: ChangedCustomer): Promise<string> {
      const card = await mine(doer.member, id);
      if (card.version !== version) throw staleCard();
      const key = wish.email === undefined ? undefined : wish.email && emailKey(wish.email);
      const details = {
        ...(wish.name === undefined ? {} : { name: wish.name }),
        ...(wish.email === undefined ? {} : { email: wish.email }),
        ...(wish.phone === undefined ? {} : { phone: filled(wish.phone) }),
        ...(wish.notes === undefined ? {} : { notes: filled(wish.notes) }),
        ...(wish.allergies === undefined ? {} : { allergies: filled(wish.allergies) }),
      };
      await inTransaction(async (tx) => {
        // An address that a card merged into this one has kept comes back to it.
        if (key) {
          const { salonId } = card;
          await tx.customer.updateMany({
            where: { salonId, mergedInto: card.id, emailKey: key },
            data: { emailKey: null },
          });
        }
        const search = 'name' in details || 'email' in details || 'phone' in details ? { searchText: null } : {};
        const data = { ...details, ...(key === undefined ? {} : { emailKey: key }), ...search };
        await write(tx, doer, card, 'customer.changed', data);
      });
      return card.id;
    },

    async block(doer: Doer, id: string, reason: string | null): Promise<string> {
      const card = await mine(doer.member, id);
      const data = { blockedAt: card.blockedAt ?? new Date(doer.now), blockedReason: reason };
      await inTransaction((tx) => write(tx, doer, card, 'customer.blocked', data));
      return card.id;
    },

    async unblock(doer: Doer, id: string): Promise<string> {
      const card = await mine(doer.member, id);
      if (card.blockedAt === null) return card.id;
      const data = { blockedAt: null, blockedReason: null };
      await inTransaction((tx) => write(tx, doer, card, 'customer.unblocked', data));
      return card.id;
    },

    async addFormula(doer: Doer, id: string, { mixedOn, formula }: NewFormula): Promise<string> {
      const card = await mine(doer.member, id);
      const { salonId, staffId } = doer.member;
      await inTransaction(async (tx) => {
        await standing(tx, card);
        const staff = staffId && (await tx.staff.findUnique({ where: { salonId_id: { salonId, id: staffId } } }));
        await tx.customerFormula.create({
          data: {
            ...{ salonId, id: v7(), customerId: card.id, mixedOn: new Date(mixedOn), formula },
            staffId,
            staffName: staff ? staff.name : doer.member.loginName,
            createdAt: new Date(doer.now),
          },
        });
        const after = { mixedOn, formula };
        await writeAuditLine(tx, doer, { action: 'formula.added', subject: { kind: 'customer', id: card.id }, after });
      });
      return card.id;
    },

    async changeFormula(doer: Doer, id: string, formulaId: string, wish: NewFormula | null): Promise<string> {
      const card = await mine(doer.member, id);
      const old = card.formulas.find((one) => one.id === formulaId);
      if (old === undefined) throw new AppError('not_found', 'This card has no such formula.');
      const where = { salonId_id: { salonId: card.salonId, id: formulaId } };
      const before = { mixedOn: dateOf(old.mixedOn), formula: old.formula };
      await inTransaction(async (tx) => {
        await standing(tx, card);
        if (wish === null) await tx.customerFormula.delete({ where });
        else {
          const data = { mixedOn: new Date(wish.mixedOn), formula: wish.formula };
          await tx.customerFormula.update({ where, data });
        }
        await writeAuditLine(tx, doer, {
          action: wish === null ? 'formula.removed' : 'formula.changed',
          subject: { kind: 'customer', id: card.id },
          before,
          after: wish,
        });
      });
      return card.id;
    },
  };
}

/** Holds a card where it is until the transaction ends: neither merged away nor erased under what is written to it. */
async function standing(tx: Tx, { salonId, id }: Card) {
  const found = await tx.$queryRaw<unknown[]>`
    select id from customer where salon_id = ${salonId}::uuid and id = ${id}::uuid and erased_at is null and merged_into is null
    for no key update`;
  if (found.length === 0) throw noCustomer();
}

const filled = (text: string | null) => (text === null || text === '' ? null : text);

function plain(from: object, key: string) {
  const value = (from as Record<string, unknown>)[key] ?? null;
  return value instanceof Date ? value.toISOString() : value;
}
