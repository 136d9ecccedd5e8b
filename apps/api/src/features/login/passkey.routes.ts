import { SignInAnswer } from '@salon/contracts/desk/account';
import {
  AddPasskeyRequest,
  PasskeyName,
  PasskeyOptions,
  PasskeyParams,
  PasskeySignInRequest,
  PasskeysAnswer,
} from '@salon/contracts/desk/passkey';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { nothingHere } from '../../plugins/errors.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { addressLimit } from './limits.ts';
import type { Logins } from './logins.ts';
import { readerOf } from './session.ts';

const SIGNED_IN = { right: 'signedIn', evenReadOnly: true } as const;

export const passkeyRoutes =
  ({ auth, mails, logins, rateLimits }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    const signIn = addressLimit(rateLimits, 'sign-in');

    app.post(
      '/api/auth/sign-in/passkey/options',
      {
        config: signIn,
        schema: {
          operationId: 'beginPasskeySignIn',
          summary: 'What the browser is asked for to sign in with a passkey',
          tags: ['account'],
          response: { 200: PasskeyOptions, ...problems('origin_refused') },
        },
      },
      async (request, reply) => {
        const options = await callAuth(request, reply, (headers) =>
          auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
        );
        return { ...options, userVerification: 'required' };
      },
    );

    app.post(
      '/api/auth/sign-in/passkey',
      {
        config: signIn,
        schema: {
          operationId: 'signInWithPasskey',
          summary: 'Sign in with a passkey, which needs no second factor',
          tags: ['account'],
          body: PasskeySignInRequest,
          response: { 200: SignInAnswer, ...problems('credentials_wrong', 'unauthenticated', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { response } = request.body;
        await callAuth(request, reply, (headers) =>
          auth.api.verifyPasskeyAuthentication({ body: { response }, headers, returnHeaders: true }),
        );
        return { next: 'desk' } as const;
      },
    );

    app.get(
      '/api/auth/passkeys',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'listPasskeys',
          summary: 'One’s passkeys',
          tags: ['account'],
          response: { 200: PasskeysAnswer, ...problems('unauthenticated') },
        },
      },
      async ({ login }) => ({
        passkeys: (await logins.passkeys(login.loginId)).map(({ createdAt, ...passkey }) => ({
          ...passkey,
          createdAt: createdAt.toISOString(),
        })),
      }),
    );

    app.post(
      '/api/auth/passkeys/options',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'beginPasskey',
          summary: 'What the browser is asked for to make a passkey',
          tags: ['account'],
          response: { 200: PasskeyOptions, ...problems('unauthenticated', 'sign_in_again', 'origin_refused') },
        },
      },
      async (request, reply) => ({
        ...(await callAuth(request, reply, (headers) =>
          auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }),
        )),
      }),
    );

    app.post(
      '/api/auth/passkeys',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'addPasskey',
          summary: 'Add the passkey the browser made',
          tags: ['account'],
          body: AddPasskeyRequest,
          response: { 204: z.void(), ...problems('unauthenticated', 'sign_in_again', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { name, response } = request.body;
        await callAuth(request, reply, (headers) =>
          auth.api.verifyPasskeyRegistration({ body: { name, response }, headers, returnHeaders: true }),
        );
        await mails.changed(readerOf(request.login), 'passkey', request.id);
        return reply.status(204).send();
      },
    );

    app.patch(
      '/api/auth/passkeys/:passkeyId',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'renamePasskey',
          summary: 'Give a passkey another name',
          tags: ['account'],
          params: PasskeyParams,
          body: PasskeyName,
          response: { 204: z.void(), ...problems('unauthenticated', 'not_found', 'origin_refused') },
        },
      },
      async ({ login, params, body }, reply) => {
        if (!(await logins.renamePasskey(login.loginId, params.passkeyId, body.name))) throw nothingHere();
        return reply.status(204).send();
      },
    );

    app.delete(
      '/api/auth/passkeys/:passkeyId',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'removePasskey',
          summary: 'Remove a passkey',
          tags: ['account'],
          params: PasskeyParams,
          response: { 204: z.void(), ...problems('unauthenticated', 'not_found', 'origin_refused') },
        },
      },
      async ({ login, params }, reply) => {
        if (!(await logins.removePasskey(login.loginId, params.passkeyId))) throw nothingHere();
        return reply.status(204).send();
      },
    );
  };
