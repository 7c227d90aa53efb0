# Lectern in a container. docs/deploy.md says how to run it.
#
#   docker build -t lectern .
#
# The image holds the program and no documents: /corpus and /index are mounted.

# Any Node.js from 20.19. Both stages take the same: nodejieba is compiled for it.
ARG NODE=24

# ---- Build: the only stage with a compiler, make and Python ----
FROM node:${NODE}-bookworm AS build
# The headers that nodejieba is compiled against are those of this image.
ENV npm_config_nodedir=/usr/local
WORKDIR /app
COPY package.json package-lock.json ./
# Without scripts: our own `prepare` wants the sources, and of the packages only nodejieba has something to build.
# Its `rebuild` compiles what package-lock.json vouches for, where its `install` would first look for a binary online.
RUN npm ci --ignore-scripts --no-audit --no-fund \
  && npm --prefix node_modules/nodejieba run rebuild
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && node -e "require('nodejieba').cut('新闻发布会')"

# ---- Run: Node, the packages that run, and dist ----
FROM node:${NODE}-bookworm-slim
# Inside a container 127.0.0.1 is the container alone.
ENV NODE_ENV=production LECTERN_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY LICENSE ./
COPY deploy/health.mjs deploy/
# A named volume that is mounted here takes over the owner.
RUN mkdir /corpus /index && chown node:node /corpus /index
# The image's user “node”, as a number, so that an orchestrator can tell it is not root.
USER 1000:1000
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=2m --retries=3 \
  CMD ["node", "/app/deploy/health.mjs", "http://127.0.0.1:8787/readyz"]
# Node gets the signals itself: SIGTERM lets the requests under way end, two seconds at most.
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve", "--index", "/index"]
