// Checks an auditor's pack without the product: node check-audit-pack.mjs <folder of the unpacked zip> [hash]
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [folder = ".", knownHash] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const linesOf = (name) => read(name).match(/[^\r\n]+/gu) ?? [];
const rows = (name, mark = "\t") => linesOf(name).map((line) => line.split(mark));
const hash256 = (parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256"));
const hex = (...parts) => hash256(parts).digest("hex");
const wrong = [];
const check = (holds, complaint) => holds || wrong.push(complaint);

// 1. Each file is the one that the manifest names.
const { files, head, counts } = JSON.parse(read("manifest.json"));
for (const name in files) check(hex(read(name)) === files[name], `${name} is not the one listed`);

// 2. Each decision follows the one before it: hash = SHA-256(hash before + text), up to the head.
const chain = rows("chain.txt").map(([hash, ...text]) => ({ hash, text: text.join("\t") }));
const decisions = chain.map(({ text }) => JSON.parse(text));
for (const [at, { hash, text }] of chain.entries())
  check(hex(chain[at - 1]?.hash ?? "", text) === hash, `decision ${at + 1} does not follow`);
check(!decisions.some(({ sequence }, at) => sequence !== at + 1), "a decision is missing");
check((chain.at(-1)?.hash ?? "") === head.hash, "the last decision is not the head of the chain");
check(!knownHash || chain.some(({ hash }) => hash === knownHash), "the known hash is not there");

// 3. Each block of the ledger follows the one before it, and decisions name blocks that are there.
const seals = rows("seals.txt").map(([first, ...rest]) => [+first, +rest[0], rest[1], rest[2]]);
for (const [at, [first, , hash, digests]] of seals.entries()) {
  check(first === (seals[at - 1]?.[1] ?? 0) + 1, `a block before move ${first} is missing`);
  const follows = () => hex(seals[at - 1]?.[2] ?? "", Buffer.from(digests, "hex")) === hash;
  check(!digests || follows(), `the block from move ${first} on is not as it was sealed`);
}
const sealedAt = ({ position }) => seals.find(([, last]) => last === position)?.[2] ?? "";
for (const { sequence, ledger } of decisions)
  check(sealedAt(ledger) === ledger.hash, `decision ${sequence} names another ledger`);

// 4. Each move has the digest that its block has for it; those behind the last block are not sealed yet.
for (const [text] of rows("moves.txt")) {
  const [id] = JSON.parse(text);
  const [first, , , digests] = seals.find(([from, to]) => from <= id && id <= to) ?? [];
  const digest = digests?.slice((id - first) * 64, (id - first + 1) * 64);
  check(!first || digest === hex(text), `move ${id} is not as it was sealed`);
}

// 5. Posted and approved lines are those that were decided on.
const posted = Map.groupBy(rows("posting-lines.txt"), ([posting]) => posting);
const approvals = Map.groupBy(rows("approvals.csv", ","), ([count, event]) => `${count}:${event}`);
for (const { sequence, kind, session, details } of decisions) {
  if (!counts.includes(session)) continue;
  const lines = posted.get(String(details.postingId)) ?? [];
  const approved = approvals.get(`${session}:${details.event}`) ?? [];
  const texts = kind.startsWith("POSTING_") && lines.map(([, text]) => text).join("\n");
  const numbers = approved.sort((a, b) => a[2] - b[2]).map((each) => `${each[2]}:${each[3]}`);
  const decided = kind === "LINES_APPROVED" ? numbers.join(";") : texts;
  const holds = decided === false || hex(decided) === details.linesDigest;
  check(holds, `the lines of decision ${sequence} are others`);
}
console.log(wrong.join("\n") || `Everything is as it was sealed; the head is ${head.hash}.`);
process.exitCode = Math.min(wrong.length, 1);
