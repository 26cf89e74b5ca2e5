/** The licence texts of the packages that really ended up in the bundle: their licences ask for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the package that owns a bundled file, or null for our own files. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const rest = input.slice(at + 'node_modules/'.length).split('/');
  const name = rest[0]?.startsWith('@') ? rest.slice(0, 2).join('/') : rest[0];
  return `${input.slice(0, at)}node_modules/${name}`;
}

function authorName(author) {
  if (author === undefined) return null;
  return typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author.name;
}

/** The MIT text under a package's own name, for the packages that declare MIT and ship no file. */
function mitText(holder, ownLicence) {
  const body = ownLicence.slice(ownLicence.indexOf('Permission is hereby granted'));
  return `MIT License\n\nCopyright (c) ${holder}\n\n${body}`;
}

/**
 * @param {import('esbuild').Metafile[]} metafiles paths in them are relative to `root`
 * @param {string} root folder of the repository
 * @returns {string} one section a package, by name
 * @throws Error when a bundled package has neither a licence file nor a declared MIT licence
 */
export function licenceNotices(metafiles, root) {
  const folders = new Set();
  for (const output of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = bytesInOutput > 0 ? packageFolder(input) : null;
      if (folder !== null) folders.add(folder);
    }
  }
  const ownLicence = readFileSync(join(root, 'LICENSE'), 'utf8');
  const sections = [...folders].map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
    const title = `${about.name} ${about.version} (${about.license})`;
    if (file !== undefined) return [title, readFileSync(join(root, folder, file), 'utf8').trim()];
    const holder = authorName(about.author);
    if (about.license !== 'MIT' || !holder) throw new Error(`${title}: no licence text to ship`);
    return [title, mitText(holder, ownLicence).trim()];
  });
  sections.sort(([a], [b]) => (a < b ? -1 : 1));
  const rule = '-'.repeat(80);
  return `seqack contains these packages.\n\n${sections.map(([title, text]) => `${rule}\n${title}\n${rule}\n${text}\n`).join('\n')}`;
}
