import { CustomerCard, CustomerParams, FormulaParams, NewFormula } from '@salon/contracts/desk/customers';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import { type CustomerCardDeps, customerCard } from './customer-card.service.ts';

const FORMULAS = '/api/desk/:salonId/customers/:customerId/formulas';
const FORMULA = `${FORMULAS}/:formulaId`;
const tags = ['customers'];
const config = { right: 'changeCustomers' } as const;

/** What was mixed for a customer; what is mended or removed stays in the trail. */
export const formulaRoutes =
  (deps: CustomerCardDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      FORMULAS,
      {
        config,
        schema: {
          operationId: 'addFormula',
          summary: 'Note what was mixed',
          tags,
          params: CustomerParams,
          body: NewFormula,
          response: { 201: CustomerCard, ...deskProblems('customer_not_found') },
        },
      },
      async (request, reply) => {
        const id = await deps.customers.addFormula(
          doerOf(request, deps.clock),
          request.params.customerId,
          request.body,
        );
        reply.code(201);
        return customerCard(deps, request.member, id);
      },
    );

    app.put(
      FORMULA,
      {
        config,
        schema: {
          operationId: 'changeFormula',
          summary: 'Mend a formula',
          tags,
          params: FormulaParams,
          body: NewFormula,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'not_found') },
        },
      },
      async (request) => {
        const { customerId, formulaId } = request.params;
        const doer = doerOf(request, deps.clock);
        const id = await deps.customers.changeFormula(doer, customerId, formulaId, request.body);
        return customerCard(deps, request.member, id);
      },
    );

    app.delete(
      FORMULA,
      {
        config,
        schema: {
          operationId: 'removeFormula',
          summary: 'Take a formula off the card',
          tags,
          params: FormulaParams,
          response: { 200: CustomerCard, ...deskProblems('customer_not_found', 'not_found') },
        },
      },
      async (request) => {
        const { customerId, formulaId } = request.params;
        const id = await deps.customers.changeFormula(doerOf(request, deps.clock), customerId, formulaId, null);
        return customerCard(deps, request.member, id);
      },
    );
  };
