package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A mention of everybody in a room. */
public enum Everyone {
    /** Counts as a mention for each member. */
    @JsonProperty("members")
    MEMBERS,
    /** Notifies whoever is online; counts nowhere. */
    @JsonProperty("online")
    ONLINE
}
