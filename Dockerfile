# The same server as `npm start` runs, for a PostgreSQL beside it (see docker-compose.yml).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY client/package.json client/
COPY schema/package.json schema/
COPY bench/package.json bench/
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN node tools/bootstrap.mjs build
# Only what the server needs while it runs.
RUN npx --yes pnpm@12.21.0 --filter @tallyroom/server deploy --prod --legacy /deployed

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    TALLYROOM_CLIENT=/app/client/build
WORKDIR /app
COPY LICENSE ./
COPY --from=build /app/server/package.json server/
COPY --from=build /deployed/node_modules server/node_modules
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/server/src/demonstration/data server/src/demonstration/data
# What reads files from outside is a thread of its own, which Node runs from its sources.
COPY --from=build /app/server/src/exchange server/src/exchange
COPY --from=build /app/client/build client/build
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# node as the first process gets SIGTERM itself and stops cleanly.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=16", "server/dist/main.js"]
