package dev.postrider.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** What the history service is told. */
@ConfigMapping(prefix = "history")
public interface HistoryConfig {

    /** Epoch of chat.log: raised by one whenever the topic is replaced, so that later positions stay behind earlier. */
    @WithDefault("0")
    int logEpoch();

    /** Signs cursors, so that nobody forges or borrows one; at least 32 characters, the same on every node. */
    @Size(min = 32)
    String cursorSecret();

    /** How long a read of the database may take before the call answers unavailable. */
    @WithDefault("5s")
    Duration readTimeout();

    /** Reads for callers at a time; fewer than connections, so that ingest always finds one. */
    @WithDefault("10")
    int readsAtOnce();

    /** Reads for callers that wait for their turn; more are answered unavailable at once. */
    @WithDefault("1000")
    int readsWaitingMax();

    Ingest ingest();

    Sync sync();

    Page page();

    Ask ask();

    Rebuild rebuild();

    /** How the log is taken in. */
    interface Ingest {
        /** False leaves the log to other nodes. */
        @WithDefault("true")
        boolean enabled();

        /** Nodes of one group share the partitions. */
        @WithDefault("postrider-history")
        String group();

        /** Records in one batch at most. */
        @WithDefault("500")
        int batchRecordsMax();

        /** How long a batch is waited for to grow, where the log is quiet: fewer transactions, and rows that much later. */
        @WithDefault("20ms")
        Duration gather();

        /** After this long without an outcome a batch is tried again; the compare-and-set makes that harmless. */
        @WithDefault("30s")
        Duration batchTimeout();

        /** Pause after the first failure of a batch; doubled each time. */
        @WithDefault("100ms")
        Duration retryMin();

        /** Longest pause between two attempts. */
        @WithDefault("10s")
        Duration retryMax();

        /** How often the topic's identity and its ends are looked at again. */
        @WithDefault("30s")
        Duration guardEvery();

        /** After this long without a poll another node takes the partitions over. */
        @WithDefault("10s")
        Duration sessionTimeout();
    }

    /** How catch-up answers. */
    interface Sync {
        /** Longest wait for what is asked to be read through. */
        @WithDefault("2s")
        Duration waitMax();

        /** Events in one answer at most. */
        @WithDefault("5000")
        int eventsMax();

        /** Events of one conversation at most; with more it is limited. */
        @WithDefault("1000")
        int eventsPerConversationMax();

        /** Conversations in the answer to a call without a cursor. */
        @WithDefault("200")
        int firstConversationsMax();
    }

    /** How pages are made and kept. */
    interface Page {
        /** Rooms of more members do not tell members' marks. */
        @WithDefault("100")
        int marksMembersMax();

        /** Conversations of more members do not list them. */
        @WithDefault("10")
        int listedMembersMax();

        /** Entries of a conversation that Redis holds. */
        @WithDefault("50")
        int keptEntries();

        /** Rooms of more members are not kept in Redis. */
        @WithDefault("1000")
        int keptMembersMax();

        /** For how long Redis keeps a page nobody wrote to. */
        @WithDefault("7d")
        Duration keptFor();

        /** How often changed pages are written to Redis. */
        @WithDefault("200ms")
        Duration keepEvery();

        /** Pages written to Redis at a time; deletions first. */
        @WithDefault("20")
        int keepAtOnce();
    }

    /** Questions of other services. */
    interface Ask {
        /** Longest wait for the log to be read past the askers' own records; who was not served asks again. */
        @WithDefault("0.25s")
        Duration waitMax();
    }

    /** How the tables are filled anew from the log. */
    interface Rebuild {
        /** Records in one batch at most. */
        @WithDefault("2000")
        int batchRecordsMax();

        /** Ingest stands still for so long at most if a rebuild dies in its last step. */
        @WithDefault("60s")
        Duration holdMax();
    }
}
