package dev.postrider.chat.node;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name that people know this machine by. */
final class HostName {
    private HostName() {}

    static String get() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "chat";
        }
    }
}
