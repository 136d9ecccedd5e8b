import { DeskParams } from '@salon/contracts/desk/desk';
import { PictureAnswer, PictureParams } from '@salon/contracts/desk/picture';
import { StaffParams } from '@salon/contracts/desk/team';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from '../../errors/app-error.ts';
import { nothingHere } from '../../plugins/errors.ts';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { doerOf } from '../set-up/doer.ts';
import { cleanPicture, PICTURE_TYPES } from './clean-picture.ts';
import type { PictureRepo, Place } from './picture.repo.ts';

/** Largest upload, in bytes. */
const UPLOAD_LIMIT = 5 * 1024 * 1024;
const A_YEAR = 'public, max-age=31536000, immutable';

/** Photos of staff and the salon's logo: sent as they are, kept cleaned. */
export const pictureRoutes =
  (deps: { pictures: PictureRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { pictures, clock } = deps;

    app.addContentTypeParser(
      [...PICTURE_TYPES],
      { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT },
      (_request, body, done) => done(null, body),
    );

    async function put(request: FastifyRequest, place: Place) {
      if (!Buffer.isBuffer(request.body)) throw new AppError('image_refused', 'Send the bytes of a picture.');
      return { url: await pictures.put(doerOf(request, clock), place, await cleanPicture(request.body)) };
    }
    async function remove(request: FastifyRequest, place: Place) {
      return { url: await pictures.put(doerOf(request, clock), place, null) };
    }
    const description = 'The body is the picture itself: JPEG, PNG, WebP or AVIF of at most 5 MB.';
    const answers = deskProblems('image_refused', 'payload_too_large', 'unsupported_media_type', 'staff_not_found');
    const ofStaff = ({ staffId }: { staffId: string }): Place => ({ kind: 'staff', staffId });
    const consumes = [...PICTURE_TYPES];
    const tags = ['set-up'];

    const photo = '/api/desk/:salonId/team/:staffId/photo';
    app.put(
      photo,
      {
        config: { right: 'changeTeam' },
        schema: {
          operationId: 'putStaffPhoto',
          summary: 'Photo of a staff member',
          description,
          tags,
          consumes,
          params: StaffParams,
          response: { 200: PictureAnswer, ...answers },
        },
      },
      async (request) => put(request, ofStaff(request.params)),
    );
    app.delete(
      photo,
      {
        config: { right: 'changeTeam' },
        schema: {
          operationId: 'removeStaffPhoto',
          summary: 'No photo',
          tags,
          params: StaffParams,
          response: { 200: PictureAnswer, ...deskProblems('staff_not_found') },
        },
      },
      async (request) => remove(request, ofStaff(request.params)),
    );

    const logo = '/api/desk/:salonId/settings/logo';
    app.put(
      logo,
      {
        config: { right: 'changeSalon' },
        schema: {
          operationId: 'putLogo',
          summary: 'The salon’s logo',
          description,
          tags,
          consumes,
          params: DeskParams,
          response: { 200: PictureAnswer, ...answers },
        },
      },
      async (request) => put(request, { kind: 'logo' }),
    );
    app.delete(
      logo,
      {
        config: { right: 'changeSalon' },
        schema: {
          operationId: 'removeLogo',
          summary: 'No logo',
          tags,
          params: DeskParams,
          response: { 200: PictureAnswer, ...deskProblems() },
        },
      },
      async (request) => remove(request, { kind: 'logo' }),
    );

    app.get(
      '/api/pictures/:salonId/:file',
      { schema: { hide: true, params: PictureParams } },
      async ({ params }, reply) => {
        const id = params.file.slice(0, -'.webp'.length);
        const bytes = await pictures.find(params.salonId, id);
        if (bytes === undefined) throw nothingHere();
        return reply
          .type('image/webp')
          .headers({
            'cache-control': A_YEAR,
            etag: `"${id}"`,
            'x-content-type-options': 'nosniff',
            'content-security-policy': "default-src 'none'; sandbox",
            // Mails and pages of the salon elsewhere show it too.
            'cross-origin-resource-policy': 'cross-origin',
          })
          .send(bytes);
      },
    );
  };
