import { useApp } from 'ink';
import { PureComponent, type ReactNode } from 'react';

interface WatchProps {
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/**
 * Draws nothing more once a screen cannot be drawn, which is a mistake in the program, and leaves with the error for the
 * one line that is said of it. Ink would draw the stack, which stays where there is no alternate screen to take it away.
 */
export function FailsQuietly({ children }: { readonly children: ReactNode }): ReactNode {
  const { exit } = useApp();
  return <Watch onError={(error) => exit(error instanceof Error ? error : new Error(String(error)))}>{children}</Watch>;
}

/** React tells only classes of errors below them. */
class Watch extends PureComponent<WatchProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
