package dev.postrider.chat.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Presence and typing. */
@ConfigMapping(prefix = "chat.presence")
public interface PresenceConfig {

    /** How long after somebody's last socket closed the others are told; the contract's offlineAfterSeconds. */
    @WithDefault("PT30S")
    Duration offlineAfter();

    /** The shortest time between two presence frames to one socket. */
    @WithDefault("PT2S")
    Duration frameEvery();

    /** How long the answer to a watch waits for what Redis knows before it tells what this node knows. */
    @WithDefault("PT0.5S")
    Duration answerWithin();

    /** How often a node repeats in Redis which users have a socket here. */
    @WithDefault("PT10S")
    Duration refreshEvery();

    /** How long such a word holds when it is not repeated: a node that died is forgotten after that. */
    @WithDefault("PT30S")
    Duration registerTtl();

    /** How long Redis remembers when somebody was last seen. */
    @WithDefault("P30D")
    Duration lastSeenKept();

    /** How often the state of a watched user who is offline is read again, in case news of them was lost. */
    @WithDefault("PT2M")
    Duration rereadEvery();

    /** The most users in one call to Redis. */
    @WithDefault("500")
    int batchMax();

    /** The most different users watched from one node; beyond it a watch is rejected as unavailable. */
    @WithDefault("200000")
    int watchedUsersMax();

    /** After how long without an answer a call to Redis counts as failed. */
    @WithDefault("PT2S")
    Duration callTimeout();

    /** How long presence pauses after a failed call to Redis. */
    @WithDefault("PT1S")
    Duration pauseAfterFailure();

    /** How often a node looks whether presence work is due. */
    @WithDefault("PT0.05S")
    Duration tickEvery();

    /** The shortest time between two typing frames of one user in one conversation; earlier ones are dropped. */
    @WithDefault("PT3S")
    Duration typingEvery();

    /** The most (user, conversation) pairs remembered for that; the oldest is forgotten. */
    @WithDefault("100000")
    int typingRememberedMax();

    /** The most published frames on their way to Redis at once; further ones are dropped. */
    @WithDefault("1000")
    int publishInFlightMax();
}
