# syntax=docker/dockerfile:1
#
# The server, with the facts that are shipped; facts of your own lie in /data (schema.graphql and graph-data).
#
#     docker build -t diplograph .
#     docker run --read-only --cap-drop ALL -p 4000:4000 -v "$PWD:/data:ro" diplograph

FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-alpine
LABEL org.opencontainers.image.title="Diplograph" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/ide/dist ./ide/dist
COPY --from=build /build/explorer/dist ./explorer/dist
COPY --from=build /build/graph-data ./graph-data
COPY --from=build /build/packs ./packs
COPY --from=build /build/queries ./queries
COPY --from=build /build/starter ./starter
COPY --from=build /build/package.json /build/LICENSE /build/schema.graphql /build/query.graphql /build/directives.graphql ./

# In a container every network is the container's own; which port is open to whom is said outside.
# Half the room for what is new in the heap: 15 MB less, at the same speed.
ENV NODE_OPTIONS=--max-semi-space-size=8
ENV NODE_ENV=production DIPLOGRAPH_HOST=0.0.0.0 DIPLOGRAPH_LOG_FORMAT=json
# Where this folder has schema.graphql and graph-data, these are served; else what is shipped.
WORKDIR /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.DIPLOGRAPH_PORT || 4000}${process.env.DIPLOGRAPH_BASE_PATH || ''}/ready`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve"]
