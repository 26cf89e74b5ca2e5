/** The package's version, put in when the program is bundled (scripts/build.mjs) or tested (test/vitest.config.ts). */
declare const SEQACK_VERSION: string;

/** Names the contents of the bundled app (dist/app.js); put into the entry when the program is bundled. */
declare const SEQACK_APP_HASH: string;

/** Done when the layout engine under the screens can be used; made by scripts/startup-plugin.mjs. */
declare module 'seqack:layout' {
  export const layoutReady: Promise<void>;
}
