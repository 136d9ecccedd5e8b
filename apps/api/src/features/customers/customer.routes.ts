import {
  BlockRequest,
  ChangedCustomer,
  CustomerCard,
  CustomerParams,
  CustomersAnswer,
  CustomersQuery,
  CustomerVisits,
  CustomerVisitsQuery,
  NewCustomer,
} from '@salon/contracts/desk/customers';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import { type CustomerCardDeps, customerCard, customerHistory } from './customer-card.service.ts';
import { type CustomerSearchDeps, searchCustomers } from './customer-search.service.ts';

const CUSTOMER = '/api/desk/:salonId/customers/:customerId';
const tags = ['customers'];

/** Who the customers are, and what a salon keeps of them. */
export const customerRoutes =
  (deps: CustomerSearchDeps & CustomerCardDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/customers',
      {
        config: { right: 'seeCustomers' },
        schema: {
          operationId: 'searchCustomers',
          summary: 'Find customers, however their names are spelled',
          description: 'Staff find those they have served or will serve.',
          tags,
          params: DeskParams,
          querystring: CustomersQuery,
          response: { 200: CustomersAnswer, ...deskProblems() },
        },
      },
      async ({ member, query }) => ({ customers: await searchCustomers(deps, member, query) }),
    );

    app.post(
      '/api/desk/:salonId/customers',
      {
        config: { right: 'changeCustomers' },
        schema: {
          operationId: 'addCustomer',
          summary: 'Write a card for a new customer',
          tags,
          params: DeskParams,
          body: NewCustomer,
          response: { 201: CustomerCard, ...deskProblems('in_use') },
        },
      },
      async (request, reply) => {
        const { profile } = await deps.salons.current({ id: request.member.salonId });
        const id = await deps.customers.create(doerOf(request, deps.clock), request.body, profile.locale);
        reply.code(201);
        return customerCard(deps, request.member, id);
      },
    );

    app.get(
      CUSTOMER,
      {
        config: { right: 'seeCustomers' },
        schema: {
          operationId: 'getCustomer',
          summary: 'The card of a customer',
          description: 'Of a card merged into another, the other.',
          tags,
          params: CustomerParams,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found') },
        },
      },
      async ({ member, params }) => customerCard(deps, member, params.customerId),
    );

    app.get(
      `${CUSTOMER}/visits`,
      {
        config: { right: 'seeCustomers' },
        schema: {
          operationId: 'getCustomerVisits',
          summary: 'Older visits of a customer',
          tags,
          params: CustomerParams,
          querystring: CustomerVisitsQuery,
          response: { 200: CustomerVisits, ...deskProblems('customer_not_found') },
        },
      },
      async ({ member, params, query }) => customerHistory(deps, member, params.customerId, query.before),
    );

    app.patch(
      CUSTOMER,
      {
        config: { right: 'changeCustomers' },
        schema: {
          operationId: 'changeCustomer',
          summary: 'Change the card of a customer',
          description: 'What the body names is changed, the rest stays. Visits booked before keep what was typed then.',
          tags,
          params: CustomerParams,
          body: ChangedCustomer,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'version_conflict', 'in_use') },
        },
      },
      async (request) => {
        const id = await deps.customers.change(doerOf(request, deps.clock), request.params.customerId, request.body);
        // Calendars mark whose card names an allergy.
        if (request.body.allergies !== undefined) deps.announceChange(request.member, 'all');
        return customerCard(deps, request.member, id);
      },
    );

    app.post(
      `${CUSTOMER}/block`,
      {
        config: { right: 'blockCustomers' },
        schema: {
          operationId: 'blockCustomer',
          summary: 'Let a customer book by telephone only',
          description: 'The booking page asks her to call, and does not say why.',
          tags,
          params: CustomerParams,
          body: BlockRequest,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'version_conflict') },
        },
      },
      async (request) => {
        const reason = request.body.reason || null;
        const id = await deps.customers.block(doerOf(request, deps.clock), request.params.customerId, reason);
        return customerCard(deps, request.member, id);
      },
    );

    app.post(
      `${CUSTOMER}/unblock`,
      {
        config: { right: 'blockCustomers' },
        schema: {
          operationId: 'unblockCustomer',
          summary: 'Let a customer book online again',
          tags,
          params: CustomerParams,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'version_conflict') },
        },
      },
      async (request) => {
        const id = await deps.customers.unblock(doerOf(request, deps.clock), request.params.customerId);
        return customerCard(deps, request.member, id);
      },
    );
  };
