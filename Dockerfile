# One image for the API, the worker and the commands beside them (migrations, pruning); the command says which. Without a
# shell or a package manager, never root, nothing of it written to: see docs/deploy.md.
#
#   docker build -t salon .
#
# With --build-arg VITE_API_ORIGIN=https://api.salon.example for pages whose API is elsewhere.

FROM node:24.21.0-bookworm-slim AS build
ENV CI=true
WORKDIR /app
RUN npm install --global --no-audit --no-fund pnpm@12.21.0
# Downloaded again only when what is pinned has changed.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch
COPY . .
# Where the pages find their API, if not where they came from; https:// or the build ends.
ARG VITE_API_ORIGIN=
# generate wants a file for its engine, and never runs it.
RUN pnpm install --frozen-lockfile --offline \
  && PRISMA_SCHEMA_ENGINE_BINARY=/app/package.json node node_modules/prisma/build/index.js generate \
  && node --input-type=module -e 'import { buildWeb } from "/app/scripts/start/web.ts"; await buildWeb("/app")'
# Now only what runs.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules apps/web/src .data \
  && pnpm install --prod --frozen-lockfile --offline --filter '!@salon/web' \
  && node deploy/slim.ts node_modules

FROM gcr.io/distroless/cc-debian12:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages packages
COPY --from=build /app/prisma prisma
COPY --from=build /app/scripts scripts
COPY --from=build /app/apps apps
USER 65532:65532
EXPOSE 3000
# Several programs may share a machine with their database: the heap grows by what is alive, not by what there is.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=40", "apps/api/src/main.ts"]
