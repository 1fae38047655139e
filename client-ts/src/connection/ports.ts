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

/** What the device says about itself. */
export interface Surroundings {
  online(): boolean;
  /** Tells `online`, `offline`, and `visible` when the page comes into view. */
  subscribe(listener: (what: 'online' | 'offline' | 'visible') => void): () => void;
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
    const visible = () => document.visibilityState === 'visible' && listener('visible');
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', visible);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', visible);
    };
  },
};
