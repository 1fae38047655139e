// Whether every part of the given CycloneDX files has a licence of the list; names those that have none of them.
import { readFileSync } from "node:fs";

const { allowed, named, parts } = JSON.parse(readFileSync(new URL("licences.json", import.meta.url), "utf8"));
const spdx = (licence) => licence.expression ?? licence.license?.id ?? named[licence.license?.name] ?? licence.license?.name ?? "none";
// Of several one may choose: one that is allowed is enough. An expression with AND wants all of its parts.
const passes = (expression) =>
  expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((part) => allowed.includes(part.split(" WITH ")[0].trim())));

// A name, or its beginning with a star.
const excepted = (name) => Object.keys(parts).some((part) => (part.endsWith("*") ? name.startsWith(part.slice(0, -1)) : name === part));

let wrong = 0;
let count = 0;
for (const file of process.argv.slice(2)) {
  for (const component of JSON.parse(readFileSync(file, "utf8")).components ?? []) {
    const name = [component.group, component.name].filter(Boolean).join("/");
    count += 1;
    if (excepted(name) || component.group === "dev.postrider" || name.startsWith("@postrider/")) continue;
    const found = (component.licenses ?? []).map(spdx);
    if (!found.some(passes)) {
      wrong += 1;
      console.error(`not allowed: ${name} ${component.version}: ${found.join(", ") || "no licence"}`);
    }
  }
}
console.log(`${count} parts, ${wrong} with a licence that is not on the list`);
process.exit(wrong === 0 ? 0 : 1);
