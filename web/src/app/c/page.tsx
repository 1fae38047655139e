import { ChatPage } from '@/features/shell/components/chat-page';

/** The shell of every conversation: `/c/<id>` is served this page, which reads the id from the address. */
export default function Page() {
  return <ChatPage />;
}
