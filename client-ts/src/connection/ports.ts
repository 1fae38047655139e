/** A socket as the connection uses it: the browser's WebSocket, or a fake. */
export interface Socket {
  /** Does nothing once the socket is closed. */
  send(text: string): void;
  close(code: number): void;
}

export interface SocketListener {
  opened(): void;
  text(text: string): void;
  /** Called once, also when the socket never opened; 1006 without a close frame. */
  closed(code: number): void;
}

export type OpenSocket = (url: string, protocols: readonly string[], listener: SocketListener) => Socket;

/** `visible` when the page comes into view; `hidden` when it goes out of it, which may be the last that is heard. */
export type Surrounding = 'online' | 'offline' | 'visible' | 'hidden';

/** What the device says about itself. */
export interface Surroundings {
  online(): boolean;
  subscribe(listener: (what: Surrounding) => void): () => void;
}

/** The platform's WebSocket. */
export const openWebSocket: OpenSocket = (url, protocols, listener) => {
  const socket = new WebSocket(url, [...protocols]);
  socket.onopen = () => listener.opened();
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') listener.text(data);
  };
  socket.onclose = ({ code }) => listener.closed(code);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: (code) => socket.close(code),
  };
};

/** The browser's own knowledge; where there is no window the device counts as online. */
export const browserSurroundings: Surroundings = {
  online: () => (typeof navigator === 'undefined' || typeof window === 'undefined' ? true : navigator.onLine),
  subscribe: (listener) => {
    if (typeof window === 'undefined') return () => undefined;
    const online = () => listener('online');
    const offline = () => listener('offline');
    const seen = () => listener(document.visibilityState);
    const leaving = () => listener('hidden');
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};
