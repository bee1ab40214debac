/** verify, export, backup, restore, in English. */
import type { zhCheck } from "../zh/check.ts";

export const enCheck: Readonly<Record<keyof typeof zhCheck, string>> = {
  "word.file": "file",
  "word.folder": "folder",
  "word.database": "the database",
  "word.public_key": "public key",
  "word.yuan_amount": "{amount} yuan",
  "option.database": "address of a PostgreSQL of your own; WELLSPRING_DATABASE_URL if absent",
  "option.data": "data folder, with the embedded database and the signing key; WELLSPRING_DATA, else ./data",
  "option.cell": "the cell; 1 if absent, the operator's own book",
  "fault.no_cell": "There is no cell {cell}.",

  "verify.about": "replay every journal, compare every account and lot to the fen, and sign the day's proof",
  "verify.proof": "check an exported file, without a database",
  "verify.key": "the operator's public key as it was published; the proof must be signed with it",
  "verify.bad_key": "--key takes a public key of 43 characters (base64url), not “{value}”.",
  "verify.title": "cell {cell}",
  "verify.new_key":
    "A signing key was made in the data folder, proof-key.pem: back it up, and publish its public half to " +
    "members and stores.",
  "verify.clean":
    "Cell {cell}: {journals} journals replayed one by one, all agree ({seconds} s, {rate} journals/s).",
  "verify.differs":
    "Cell {cell}: {journals} journals replayed, {count} difference(s), {listed} listed. The first is most " +
    "likely the cause; those after it may follow from it.",
  "verify.expected": "expected",
  "verify.found": "found",
  "verify.nothing": "(nothing)",
  "verify.figures": "Proof:",
  "verify.cash": "cash of the pool C",
  "verify.points": "points out N",
  "verify.remainder": "remainder",
  "verify.members": "members",
  "verify.merchants": "stores",
  "verify.lots": "lots",
  "verify.purchases": "purchases",
  "verify.seq": "journals",
  "verify.head": "head of the chain",
  "verify.signed_at": "signed at",
  "verify.signature": "signature",
  "verify.public_key": "public key",
  "verify.fingerprint": "fingerprint",
  "verify.shown":
    "Shown: every order in the file was booked by the plan and the rules, the journals are chained without " +
    "a gap, and balances and counts agree with the signed proof.",
  "verify.not_shown":
    "Not shown: that every real sale became an order. Members' own receipts, held against the daily " +
    "proofs, show that.",
  "verify.unpinned":
    "The public key was taken from the file itself: compare it with the one the operator published, or say " +
    "--key.",
  "verify.examples": `  wellspring verify
  wellspring verify --cell 7 --database postgres://wellspring@db/wellspring --json
  wellspring verify --proof book.jsonl.gz --key THE-OPERATOR'S-PUBLIC-KEY
  Reads one snapshot; the server goes on working. Exit status 0 where all agrees (the day's
  proof is kept), 1 where anything differs.`,

  "export.about": "write all journals of a cell, with a signed proof, into one file to be checked anywhere",
  "export.out": "the file to write; compressed where its name ends in .gz",
  "export.done": "{journals} journals exported: {file}\npublic key  {key}\nfingerprint {fingerprint}",
  "export.examples": `  wellspring export --out book.jsonl.gz
  wellspring export --cell 7 --out cell-7.jsonl
  wellspring verify --proof book.jsonl.gz      checks it on another machine
  The file holds ids of members and every purchase; its owner alone may read it.`,

  "backup.about": "back up the whole database into one file while the server goes on working",
  "backup.file": "the file to write",
  "backup.done": "{rows} rows backed up: {file}\nchecksum {sha256}",
  "backup.examples": `  wellspring backup 2026-07-11.backup
  wellspring backup /var/backups/wellspring/today.backup --data /var/lib/wellspring
  The file holds personal data; its owner alone may read it. The signing key proof-key.pem and the
  server's secret are in the data folder: back them up as well.`,

  "restore.about": "restore a backup into an empty database",
  "restore.file": "the backup",
  "restore.done": "{rows} rows restored: {file}\nchecksum {sha256}",
  "restore.examples": `  wellspring restore 2026-07-11.backup --data ./restored
  WELLSPRING_DATABASE_URL=postgres://wellspring@db/drill wellspring restore 2026-07-11.backup
  wellspring verify --data ./restored          checks it afterwards
  The target must be an empty database; counts and checksums of every table are compared with the file.`,

  "found.gap": "numbers have a gap",
  "found.chain": "the chain does not hold",
  "found.id": "id differs",
  "found.asked": "what was asked differs",
  "found.refused": "the rules refuse it",
  "found.due": "what was due was not booked, or was not due",
  "found.record": "the record differs from the replay",
  "found.failed": "cannot be replayed",
  "found.column": "a column of the journal differs",
  "found.links": "the history of an account differs",
  "found.price": "the price differs",
  "found.pool": "the pool differs",
  "found.account": "the balance differs",
  "found.lot": "the lot differs",
  "found.purchase": "what became of a purchase differs",
  "found.member": "the member differs",
  "found.sponsor_change": "a change of sponsor differs",
  "found.merchant": "the store differs",
  "found.agent": "the agent differs",
  "found.portion": "the portion's account differs",
  "found.feed": "the plan in force differs",
  "found.plan": "the plan differs",
  "found.withdrawal": "the withdrawal differs",
  "found.law": "a law of the book is broken",
  "found.signature": "the signature is wrong",
  "found.key": "signed with another key",
  "found.proof": "differs from the signed proof",

  "place.journal": "journal",
  "place.account": "account",
  "place.lot": "lot",
  "place.purchase": "purchase",
  "place.member": "member",
  "place.sponsor_change": "change of sponsor",
  "place.merchant": "store",
  "place.agent": "region",
  "place.portion": "portion",
  "place.feed": "feed",
  "place.plan": "plan",
  "place.withdrawal": "withdrawal",
  "place.pool": "pool",
  "place.price": "price",
  "place.proof": "proof",
  "place.file": "file",
};
