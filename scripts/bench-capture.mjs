/** npm run bench -- capture: how fast a capture of 1460-byte segments is read, against tshark on the same file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTypeScript, root } from './import-typescript.mjs';
