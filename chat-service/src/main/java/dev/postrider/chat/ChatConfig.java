package dev.postrider.chat;

import dev.postrider.contracts.rule.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of chat-service; limits have the contract's defaults. */
@ConfigMapping(prefix = "chat")
public interface ChatConfig {

    /** The node's stable name, for people and logs; absent = the host's name. */
    Optional<String> node();

    /** The replacement of the log in force: raised when chat.log is replaced, so that positions go on rising. */
    @WithDefault("0")
    int logEpoch();

    Socket socket();

    Sends sends();

    Window window();

    Journal journal();

    Channel channel();

    Drain drain();

    Room room();

    /** Bounds of one socket. */
    interface Socket {
        /** The longest frame taken, in bytes; also set quarkus.websockets-next.server.max-frame-size. */
        @WithDefault("65536")
        int frameBytesMax();

        /** Frames besides sends that one socket may say in a second. */
        @WithDefault("50")
        int framesPerSecond();

        /** Frames of one socket that wait to be looked at; beyond that they are refused as too fast. */
        @WithDefault("256")
        int mailboxFramesMax();

        /** Their bytes; from half of either on, the socket is not read. */
        @WithDefault("262144")
        int mailboxBytesMax();

        /** Frames of one socket that are handed on and not answered yet; beyond that the others wait. */
        @WithDefault("64")
        int underWayMax();

        /** Refusals in a minute after which a socket is closed with 4029. */
        @WithDefault("300")
        int errorsPerMinute();

        /** For how long a sign-in whose socket was closed with 4029 gets no new one on this node. */
        @WithDefault("PT10S")
        Duration backOff();

        /**
         * What the operating system may hold of one socket in each direction, in bytes (Linux doubles it): by itself it
         * would hold megabytes for a client that does not read.
         */
        @WithDefault("131072")
        int systemBytesMax();

        /** Frames that wait for a slow reader, in bytes; beyond that its socket is closed with 4008. */
        @WithDefault("1048576")
        int outboxBytesMax();

        /** Bytes written to one socket that the operating system has not taken yet. */
        @WithDefault("65536")
        int inFlightBytesMax();

        /** A client that hears nothing for so long pings; one silent for two of them is closed with 4000. */
        @WithDefault("PT30S")
        Duration heartbeat();

        /** How long a socket outlives its access token before it is closed with 1008. */
        @WithDefault("PT600S")
        Duration renewGrace();

        /** How often a connected client is asked to sync, give or take a quarter. */
        @WithDefault("PT5M")
        Duration checkpointEvery();

        /** Over how long clients are asked to sync when another node has died. */
        @WithDefault("PT10S")
        Duration sliceOver();

        /** Sockets of one person on this node. */
        @WithDefault("20")
        int connectionsPerUser();
    }

    /** How fast people may send. */
    interface Sends {
        /** Sends, edits, deletions, reactions and pins of one person in a second. */
        @WithDefault("5")
        int perSecond();

        /** How many of them at once after a pause. */
        @WithDefault("20")
        int burst();

        /** Sends to one room in a second. */
        @WithDefault("100")
        int roomPerSecond();

        /** After so long without an answer a client asks again. */
        @WithDefault("PT10S")
        Duration answerWithin();
    }

    /** The window of recent ids. */
    interface Window {
        /** Ids remembered in this node's memory. */
        @WithDefault("200000")
        int idsMax();

        /** How long Redis remembers an id. */
        @WithDefault("PT15M")
        Duration keep();

        /**
         * How long all nodes must have looked at one Redis, unbroken, before they believe it; history is asked until
         * then. Longer than two heartbeats: no frame lies unread for so long.
         */
        @WithDefault("PT2M")
        Duration sureAfter();

        /** How long to wait for Redis before history is asked instead. */
        @WithDefault("PT0.5S")
        Duration answerWithin();
    }

    /** Appending to the log. */
    interface Journal {
        /** Appends that wait for the producer's thread. */
        @WithDefault("10000")
        int queueMax();

        /** Appends under way before new frames are refused as unavailable. */
        @WithDefault("20000")
        int inFlightMax();

        /** Nothing acknowledged for so long: new frames are refused as unavailable. */
        @WithDefault("PT5S")
        Duration stalledAfter();

        /** The producer's delivery time-out; what was not acknowledged by then is unknown. */
        @WithDefault("PT30S")
        Duration deliveryTimeout();

        /** How long one request to the broker may take. */
        @WithDefault("PT10S")
        Duration requestTimeout();

        /** How long a send may wait for metadata. */
        @WithDefault("PT2S")
        Duration maxBlock();

        /** Memory of unsent records. */
        @WithDefault("33554432")
        long bufferBytesMax();
    }

    /** User channels and the table of who serves them. */
    interface Channel {
        /** T: a node is fresh while it has read back a record of its own sent less than this ago. */
        @WithDefault("PT1S")
        Duration freshFor();

        /** How often a node says that it lives. */
        @WithDefault("PT0.25S")
        Duration sayEvery();

        /** A node silent for so long is declared gone. */
        @WithDefault("PT10S")
        Duration goneAfter();

        /** How long a channel is kept after its last user left. */
        @WithDefault("PT1M")
        Duration keepFor();
    }

    /** Who may be where. */
    interface Room {
        /** Conversations whose members this node holds; others are read from the database when they are needed. */
        @WithDefault("100000")
        int rostersMax();
    }

    /** Leaving in order. */
    interface Drain {
        /** Over how long the sockets are asked to leave, and are closed. */
        @WithDefault("PT5S")
        Duration over();
    }

    /** What clients are told; offlineAfterSeconds belongs to presence. */
    default Limits limits(int offlineAfterSeconds) {
        return new Limits(
                socket().frameBytesMax(),
                Limits.DEFAULTS.bodyChars(),
                Limits.DEFAULTS.syncEvents(),
                Limits.DEFAULTS.syncEventsPerConversation(),
                sends().perSecond(),
                sends().burst(),
                socket().framesPerSecond(),
                sends().roomPerSecond(),
                socket().connectionsPerUser(),
                (int) sends().answerWithin().toMillis(),
                (int) socket().heartbeat().toSeconds(),
                offlineAfterSeconds,
                (int) socket().renewGrace().toSeconds());
    }
}
