import { Component, type ErrorInfo, type ReactNode } from 'react'

/** Longer reports are cut: the top of the stack says where. */
const longest = 4000

interface Props {
  onFailed(error: string): void
  children: ReactNode
}

/** When drawing itself fails, the page is empty and main is told: it starts the page anew with the work. */
export class PageGuard extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    this.props.onFailed(`${error.stack ?? error.message}\n${componentStack ?? ''}`.slice(0, longest))
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
