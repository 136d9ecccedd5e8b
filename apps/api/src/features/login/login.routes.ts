import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Logins } from './logins.ts';
import { passkeyRoutes } from './passkey.routes.ts';
import { profileRoutes } from './profile.routes.ts';
import { resetRoutes } from './reset.routes.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { sessionRoutes } from './session.routes.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { signUpRoutes } from './sign-up.routes.ts';

/**
 * Accounts. Our own routes before a library's functions: they are described, limited and answered like all others. They
 * work in read-only mode too, since they change no salon: somebody may have to be signed out just then.
 */
export const loginRoutes =
  (deps: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(signUpRoutes(deps));
    await app.register(signInRoutes(deps));
    await app.register(resetRoutes(deps));
    await app.register(profileRoutes(deps));
    await app.register(secondFactorRoutes(deps));
    await app.register(passkeyRoutes(deps));
    await app.register(sessionRoutes(deps));
  };
