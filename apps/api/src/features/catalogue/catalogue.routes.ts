import {
  CatalogueAnswer,
  CatalogueOrder,
  CategoryName,
  CategoryParams,
  DeskCategory,
} from '@salon/contracts/desk/catalogue';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import type { CatalogueRepo } from './catalogue.repo.ts';
import type { CategoryRepo } from './category.repo.ts';

const tags = ['set-up'];
const changing = { right: 'changeCatalogue' } as const;

/** What a salon sells: its categories and their order. */
export const catalogueRoutes =
  (deps: { catalogue: CatalogueRepo; categories: CategoryRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { catalogue, categories, clock } = deps;

    app.get(
      '/api/desk/:salonId/catalogue',
      {
        config: { right: 'seeSetup' },
        schema: {
          operationId: 'getCatalogue',
          summary: 'All that is sold, archived services too, with chairs and rooms',
          tags,
          params: DeskParams,
          response: { 200: CatalogueAnswer, ...deskProblems() },
        },
      },
      async ({ member }) => catalogue.read(member),
    );

    app.put(
      '/api/desk/:salonId/catalogue/order',
      {
        config: changing,
        schema: {
          operationId: 'orderCatalogue',
          summary: 'Put categories and services into another order',
          tags,
          params: DeskParams,
          body: CatalogueOrder,
          response: { 204: z.null(), ...deskProblems('version_conflict') },
        },
      },
      async (request, reply) => {
        await categories.order(doerOf(request, clock), request.body);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/desk/:salonId/catalogue/categories',
      {
        config: changing,
        schema: {
          operationId: 'addCategory',
          summary: 'Add a category',
          tags,
          params: DeskParams,
          body: CategoryName,
          response: { 201: DeskCategory, ...deskProblems() },
        },
      },
      async (request, reply) => {
        reply.code(201);
        return categories.add(doerOf(request, clock), request.body.name);
      },
    );

    app.put(
      '/api/desk/:salonId/catalogue/categories/:categoryId',
      {
        config: changing,
        schema: {
          operationId: 'renameCategory',
          summary: 'Rename a category',
          tags,
          params: CategoryParams,
          body: CategoryName,
          response: { 200: DeskCategory, ...deskProblems('category_not_found') },
        },
      },
      async (request) => categories.rename(doerOf(request, clock), request.params.categoryId, request.body.name),
    );

    app.delete(
      '/api/desk/:salonId/catalogue/categories/:categoryId',
      {
        config: changing,
        schema: {
          operationId: 'removeCategory',
          summary: 'Remove an empty category',
          tags,
          params: CategoryParams,
          response: { 204: z.null(), ...deskProblems('category_not_found', 'in_use') },
        },
      },
      async (request, reply) => {
        await categories.remove(doerOf(request, clock), request.params.categoryId);
        return reply.code(204).send(null);
      },
    );
  };
