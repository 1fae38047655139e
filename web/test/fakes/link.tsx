import type { AnchorHTMLAttributes } from 'react';

export default function Link(props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  return <a {...props}>{props.children}</a>;
}
