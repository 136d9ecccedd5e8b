import {
  CustomerCard,
  CustomerParams,
  ErasedAnswer,
  ErasePreview,
  EraseRequest,
  MergeParams,
  MergePreview,
  MergeRequest,
} from '@salon/contracts/desk/customers';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import { customerCard } from './customer-card.service.ts';
import { eraseCustomer, erasePreview } from './erase.service.ts';
import { type MergeDeps, mergeCustomers, mergePreview } from './merge.service.ts';

const CUSTOMER = '/api/desk/:salonId/customers/:customerId';
const tags = ['customers'];

/** What cannot be taken back: two cards that become one, and one that is erased. Each can be looked at before. */
export const mergeRoutes =
  (deps: MergeDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      `${CUSTOMER}/merge/:otherId`,
      {
        config: { right: 'mergeCustomers' },
        schema: {
          operationId: 'previewMerge',
          summary: 'What two cards will be as one',
          tags,
          params: MergeParams,
          response: { 200: MergePreview, ...deskProblems('customer_not_found') },
        },
      },
      async ({ member, params }) => mergePreview(deps, member, params.customerId, params.otherId),
    );

    app.post(
      `${CUSTOMER}/merge`,
      {
        config: { right: 'mergeCustomers' },
        schema: {
          operationId: 'mergeCustomers',
          summary: 'Make one card of two',
          description: 'Whoever books with the address of the card that went, books for the one that stayed.',
          tags,
          params: CustomerParams,
          body: MergeRequest,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'version_conflict') },
        },
      },
      async (request) => {
        const doer = doerOf(request, deps.clock);
        const id = await mergeCustomers(deps, doer, request.params.customerId, request.body);
        return customerCard(deps, request.member, id);
      },
    );

    app.get(
      `${CUSTOMER}/erase`,
      {
        config: { right: 'eraseCustomers' },
        schema: {
          operationId: 'previewErasure',
          summary: 'What goes when a customer is erased',
          tags,
          params: CustomerParams,
          response: { 200: ErasePreview, ...deskProblems('customer_not_found') },
        },
      },
      async ({ member, params }) => erasePreview(deps, member, params.customerId),
    );

    app.post(
      `${CUSTOMER}/erase`,
      {
        config: { right: 'eraseCustomers' },
        schema: {
          operationId: 'eraseCustomer',
          summary: 'Erase a customer for good',
          description:
            'Her visits stay in the book without her. Visits ahead are named and nothing is done, unless they are to be cancelled with it.',
          tags,
          params: CustomerParams,
          body: EraseRequest,
          response: { 200: ErasedAnswer, ...deskProblems('customer_not_found', 'version_conflict', 'in_use') },
        },
      },
      async (request) => eraseCustomer(deps, doerOf(request, deps.clock), request.params.customerId, request.body),
    );
  };
