/** The shells that completions are made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What to type once, so that every new shell completes. */
export const INSTALL: Readonly<Record<Shell, string>> = {
  bash: `echo 'eval "$(seqack completion bash)"' >> ~/.bashrc`,
  zsh: `echo 'eval "$(seqack completion zsh)"' >> ~/.zshrc`,
  fish: "echo 'seqack completion fish | source' >> ~/.config/fish/config.fish",
};
