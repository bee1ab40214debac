/** serve, in English. */
export const enHouse = {
  "serve.about": "Start the server: books, API and docs; by default on its own PostgreSQL, data in ./data",
  "serve.demo": "fill an empty data folder with the demo coalition: thirteen stores, eighteen months",
  "serve.plan": "plan of a new book, local-life by default",
  "serve.loading": "Loading the demo coalition",
  "serve.loaded": "The demo coalition is loaded, in {seconds} s.",
  "serve.ready": "Wellspring is ready.",
  "serve.start": "start here",
  "serve.console": "console",
  "serve.counter": "counter",
  "serve.h5": "member",
  "serve.docs": "API docs",
  "serve.health": "readiness",
  "serve.staff": "logins of the console",
  "serve.password": "password",
  "serve.agent": "region agent",
  "serve.codes":
    "The console takes login and password, no one-time code in the demo; the others a phone, " +
    "its code on the page and here.",
  "serve.first":
    "A first payment: type an amount at the counter, show the code, then pay it as the member by his phone.",
  "serve.stop": "Ctrl-C stops it.",
  "serve.stopping": "Stopping: what has been taken will be booked …",
  "fault.real_book":
    "A book that is no demo is kept here: it is not opened with --demo. " +
    "Leave --demo out, or choose another folder with WELLSPRING_DATA.",
  "fault.demo_book":
    "A demo's book is kept here, and everybody knows its password: it is not opened as a real one. " +
    "Add --demo, or choose another folder with WELLSPRING_DATA.",
  "fault.setting": "The environment variable {setting} cannot be {value}.",
  "fault.listen": "Cannot listen on {address} ({code}); choose another port with WELLSPRING_PORT.",
  "word.quoted": '"{value}"',
  "serve.examples": `  wellspring serve --demo
  WELLSPRING_PORT=9000 wellspring serve --plan local-life
  WELLSPRING_DATABASE_URL=postgres://wellspring@db/wellspring wellspring serve
  Environment: WELLSPRING_HOST, WELLSPRING_PORT, WELLSPRING_DATA, WELLSPRING_DATABASE_URL,
  WELLSPRING_SECRET, WELLSPRING_OPERATOR, WELLSPRING_SECURE, WELLSPRING_TRUST_PROXY,
  WELLSPRING_LOG, WELLSPRING_PRIVATE_WEBHOOKS, WELLSPRING_URL (told in deploy/README.md).`,
} as const;
