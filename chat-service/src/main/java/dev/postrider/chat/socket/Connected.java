package dev.postrider.chat.socket;

/** One socket with the frames that wait to be looked at. */
public record Connected(SocketSession socket, Inbox inbox) {}
