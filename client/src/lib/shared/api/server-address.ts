/** Where the server is, and with what it is reached. */
export interface ServerAddress {
  httpUrl: string;
  socketUrl: () => string;
  /** Elsewhere than in a browser both have to bring their own proof of who is asking. */
  fetch?: typeof fetch;
  webSocketImpl?: typeof WebSocket;
}

/** The server that this page came from; the browser's cookie says who is asking. */
export const ownServer: ServerAddress = {
  httpUrl: "/graphql",
  socketUrl: () => `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/graphql`,
};
