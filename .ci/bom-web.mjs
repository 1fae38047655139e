// What the page is made of, as CycloneDX, from package-lock.json: `npm sbom` (11.19) cannot name workspaces without a version.
import { readFileSync } from "node:fs";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const spdx = /^[(]?[\w.+-]+[)]?( (OR|AND|WITH) [(]?[\w.+-]+[)]?)*$/;
const components = Object.entries(lock.packages)
  .filter(([path, part]) => path.includes("node_modules/") && !part.link && !part.dev && !part.devOptional)
  .map(([path, part]) => {
    const full = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const [group, name] = full.startsWith("@") ? full.split("/") : [undefined, full];
    const [algorithm, digest] = (part.integrity ?? "").split("-");
    return {
      type: "library",
      ...(group && { group }),
      name,
      version: part.version,
      purl: `pkg:npm/${full.replace("@", "%40")}@${part.version}`,
      ...(part.license && { licenses: [spdx.test(part.license) ? { expression: part.license } : { license: { name: part.license } }] }),
      ...(algorithm === "sha512" && { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }),
    };
  })
  .sort((one, other) => (one.purl < other.purl ? -1 : 1));
console.log(JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components }, null, 2));
