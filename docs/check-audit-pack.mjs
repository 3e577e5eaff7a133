// Checks an auditor's pack without the product: node check-audit-pack.mjs <folder of the unpacked zip> [hash]
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const [folder = ".", knownHash] = process.argv.slice(2);
const read = (name) => readFileSync(path.join(folder, name), "utf8");
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256"));
const hex = (...parts) => sha256(...parts).digest("hex");
const rows = (name) =>
  read(name)
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));
const wrong = [];
const check = (holds, complaint) => holds || wrong.push(complaint);

// 1. Each file is the one that the manifest names.
const manifest = JSON.parse(read("manifest.json"));
for (const [name, digest] of Object.entries(manifest.files))
  check(hex(read(name)) === digest, `${name} is not the file of the manifest`);

// 2. Each decision follows the one before it: hash = SHA-256(hash before + text), up to the head.
let before = "";
const decisions = rows("chain.txt").map(([hash, ...text], index) => {
  const body = text.join("\t");
  check(hex(before, body) === hash, `decision ${index + 1} does not follow the one before it`);
  before = hash;
  return JSON.parse(body);
});
check(
  decisions.every(({ sequence }, index) => sequence === index + 1),
  "a decision is missing",
);
check(before === manifest.head.hash, "the last decision is not the head of the chain");
check(
  !knownHash || rows("chain.txt").some(([hash]) => hash === knownHash),
  "the known hash is not in the chain",
);

// 3. Each block of the ledger follows the one before it, and decisions name blocks that are there.
const seals = rows("seals.txt").map(([first, last, hash, digests]) => ({
  first: +first,
  last: +last,
  hash,
  digests,
}));
for (const [index, { first, hash, digests }] of seals.entries()) {
  check(first === (seals[index - 1]?.last ?? 0) + 1, `a block before move ${first} is missing`);
  if (digests)
    check(
      hex(seals[index - 1]?.hash ?? "", Buffer.from(digests, "hex")) === hash,
      `the block from move ${first} on is not as it was sealed`,
    );
}
for (const { sequence, ledger } of decisions)
  check(
    (seals.find(({ last }) => last === ledger.position)?.hash ?? "") === ledger.hash,
    `decision ${sequence} names another ledger`,
  );

// 4. Each move has the digest that its block has for it; those behind the last block are not sealed yet.
for (const [text] of rows("moves.txt")) {
  const [id] = JSON.parse(text);
  const block = seals.find(({ first, last }) => first <= id && id <= last);
  const digest = block?.digests?.slice((id - block.first) * 64, (id - block.first + 1) * 64);
  check(!block || digest === hex(text), `move ${id} is not as it was sealed`);
}

// 5. Posted and approved lines are those that were decided on.
const posted = Map.groupBy(rows("posting-lines.txt"), ([posting]) => posting);
const approvals = read("approvals.csv")
  .split("\r\n")
  .slice(1)
  .filter(Boolean)
  .map((line) => line.split(","));
for (const { sequence, kind, session, details } of decisions.filter(({ session }) =>
  manifest.counts.includes(session),
)) {
  const texts = (posted.get(String(details.postingId)) ?? []).map(([, text]) => text);
  if (kind.startsWith("POSTING_"))
    check(
      hex(texts.join("\n")) === details.linesDigest,
      `the lines of decision ${sequence} are others`,
    );
  const approved = approvals
    .filter(([count, event]) => +count === session && +event === details.event)
    .sort((a, b) => a[2] - b[2]);
  if (kind === "LINES_APPROVED")
    check(
      hex(approved.map((each) => `${each[2]}:${each[3]}`).join(";")) === details.linesDigest,
      `the approvals of decision ${sequence} are others`,
    );
}
console.log(
  wrong.length === 0 ? `Everything is as it was sealed; the head is ${before}.` : wrong.join("\n"),
);
process.exitCode = wrong.length === 0 ? 0 : 1;
