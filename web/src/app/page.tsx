import { ChatPage } from '@/features/shell/components/chat-page';

export default function Page() {
  return <ChatPage />;
}
