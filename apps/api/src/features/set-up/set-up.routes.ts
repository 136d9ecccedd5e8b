import type { Database } from '@salon/db/pool';
import type { FastifyPluginAsync } from 'fastify';
import { catalogueRepo } from '../catalogue/catalogue.repo.ts';
import { catalogueRoutes } from '../catalogue/catalogue.routes.ts';
import { categoryRepo } from '../catalogue/category.repo.ts';
import { serviceRepo } from '../catalogue/service.repo.ts';
import { serviceRoutes } from '../catalogue/service.routes.ts';
import { stationRepo } from '../catalogue/station.repo.ts';
import { stationRoutes } from '../catalogue/station.routes.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import { pictureRepo } from '../picture/picture.repo.ts';
import { pictureRoutes } from '../picture/picture.routes.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { closureRepo } from '../salon-settings/closure.repo.ts';
import { closureRoutes } from '../salon-settings/closure.routes.ts';
import { salonSettingsRepo } from '../salon-settings/salon-settings.repo.ts';
import { salonSettingsRoutes } from '../salon-settings/salon-settings.routes.ts';
import { teamRepo } from '../team/team.repo.ts';
import { teamRoutes } from '../team/team.routes.ts';
import { timeOffRequestRepo } from '../time-off-request/time-off-request.repo.ts';
import { timeOffRequestRoutes } from '../time-off-request/time-off-request.routes.ts';
import { outsideRepo } from './outside.repo.ts';
import { outsideRoutes } from './outside.routes.ts';
import { salonToday } from './salon-today.ts';
import { setUpChange } from './set-up-change.repo.ts';

type Deps = {
  readonly db: Database;
  readonly salons: SalonService;
  readonly announceChange: AnnounceChange;
  readonly clock: () => number;
};

/** All that running a day needs of set-up: team, catalogue, settings, and the visits that a change leaves outside. */
export const setUpRoutes =
  ({ db, salons, announceChange, clock }: Deps): FastifyPluginAsync =>
  async (app) => {
    const change = setUpChange(db, announceChange);
    const today = salonToday(salons, clock);
    await app.register(teamRoutes({ team: teamRepo(db, change), today, clock }));
    await app.register(catalogueRoutes({ catalogue: catalogueRepo(db), categories: categoryRepo(change), clock }));
    await app.register(serviceRoutes({ services: serviceRepo(change), clock }));
    await app.register(stationRoutes({ stations: stationRepo(change), clock }));
    await app.register(salonSettingsRoutes({ settings: salonSettingsRepo(db, change), today, clock }));
    await app.register(closureRoutes({ closures: closureRepo(change), clock }));
    await app.register(timeOffRequestRoutes({ requests: timeOffRequestRepo(db, announceChange), salons, clock }));
    await app.register(pictureRoutes({ pictures: pictureRepo(db, change), clock }));
    await app.register(outsideRoutes({ salons, outside: outsideRepo(db), clock }));
  };
