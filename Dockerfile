# The server in an image: docker build -t wellspring .
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:20-slim
ENV NODE_ENV=production \
    WELLSPRING_DATA=/data \
    WELLSPRING_HOST=0.0.0.0 \
    WELLSPRING_PORT=8080
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY bin ./bin
COPY plans ./plans
COPY worlds ./worlds
COPY examples ./examples
COPY docs ./docs
COPY --from=build /app/dist ./dist
RUN install -d -o node -g node -m 0755 /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The server stops in order on SIGTERM: what is queued is booked or refused, then it goes.
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=128", "--no-allocation-site-pretenuring", "bin/wellspring.mjs", "serve"]
