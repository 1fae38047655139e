import type { ReactNode } from 'react';
import { RouteArt } from '@/shared/brand/route-art';
import { Wordmark } from '@/shared/brand/wordmark';

/** The frame of the pages one sees before signing in: the road on one side, the form on the other. */
export function AuthFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main className="grid h-dvh grid-rows-[auto_1fr] overflow-y-auto bg-paper wide:grid-cols-[minmax(0,1.1fr)_minmax(26rem,1fr)] wide:grid-rows-1">
      <section className="relative flex min-h-44 flex-col justify-between overflow-hidden bg-[#1a4a3f] text-[#f3faf6] wide:min-h-full">
        <div className="relative z-10 p-6 wide:p-10"><Wordmark tone="pine" /></div>
        <p className="relative z-10 max-w-md px-6 pb-6 text-2xl leading-tight font-medium tracking-tight text-balance wide:px-10 wide:pb-0 wide:text-4xl">
          Every message arrives. Once, in order.
          <span className="mt-3 hidden max-w-sm text-base leading-relaxed font-normal tracking-normal text-[#c4ddd2] wide:block">
            Whatever breaks on the road, what was sent is delivered, and nothing comes twice.
          </span>
        </p>
        <RouteArt className="absolute inset-x-0 bottom-0 h-full w-full opacity-35 wide:static wide:h-[46%] wide:overflow-visible wide:opacity-100" />
      </section>
      <section className="flex items-start justify-center px-6 py-8 wide:items-center">
        <div className="w-full max-w-sm">{children}</div>
      </section>
    </main>
  );
}
