// Validates the Kubernetes manifests in deploy/ with the schemas of the Kubernetes API (npm: kubernetes-models).
// Prints what is wrong, one line each; ends with 0 when nothing is.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
const folder = new URL(process.argv[2] ?? '../deploy/kubernetes/', import.meta.url);
let faults = 0;
let checked = 0;

for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
  for (const document of parseAllDocuments(readFileSync(new URL(file, folder), 'utf8'))) {
    const manifest = document.toJS();
    try {
      const { [manifest.kind]: Model } = require(`kubernetes-models/${manifest.apiVersion}/${manifest.kind}`);
      new Model(manifest).validate();
      checked++;
    } catch (fault) {
      console.log(`${file}: ${manifest.kind}: ${fault.message}`);
      faults++;
    }
  }
}

console.log(`${checked} manifests are valid, ${faults} are not`);
process.exitCode = faults || !checked ? 1 : 0;
