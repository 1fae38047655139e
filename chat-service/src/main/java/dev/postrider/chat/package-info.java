/** Holds the sockets: accepts, makes durable, delivers. Packages in the order of the flow: socket, session, limit, room, message, journal, channel. */
@NullMarked
package dev.postrider.chat;

import org.jspecify.annotations.NullMarked;
