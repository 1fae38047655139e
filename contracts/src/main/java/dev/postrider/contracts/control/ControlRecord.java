package dev.postrider.contracts.control;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What nodes and services tell each other on {@code chat.control}: one partition, read by all from its retained start. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ControlRecord {

    /**
     * A chat node lives and serves these channels; written by its poll loop at least four times a second.
     *
     * @param incarnation new at every start and lapse; never reused
     * @param node the node's stable name, for people
     * @param channels one bit per channel, bit n = channel n
     * @param applied the highest offset of {@code chat.control} that the node has applied to its table
     * @param sent milliseconds of the writer's own monotonic clock; means something to the writer alone
     * @param window the shared window of recent ids that the node sees, by name; empty until it sees one, and after it
     *     could not announce a repeat there
     */
    @JsonTypeName("node")
    record Node(String incarnation, String node, long channels, long applied, long sent, String window)
            implements ControlRecord {
        public Node {
            // A node of an earlier version says nothing of it, and may look anywhere.
            window = Objects.requireNonNullElse(window, "");
        }

        public boolean serves(int channel) {
            return (channels >>> channel & 1) == 1;
        }
    }

    /** A node was silent for too long, or left in order; it fans out nothing more under this incarnation. */
    @JsonTypeName("gone")
    record Gone(String incarnation) implements ControlRecord {}

    /** A session ended before its tokens did; forgotten once {@code until} is over, when no token of it can live. */
    @JsonTypeName("session-ended")
    record SessionEnded(String session, String user, Instant until) implements ControlRecord {}

    /** The public signing keys in force, as a JWK set; the newest record wins. */
    @JsonTypeName("keys")
    record Keys(JsonNode jwks, Instant at) implements ControlRecord {}

    /** A user's profile as it is now; the newest record wins. */
    @JsonTypeName("profile")
    record Profile(User user, Instant at) implements ControlRecord {}

    /**
     * Who may be in a conversation changed, and the change can be read where it is kept: readers drop what they hold of
     * it. Those it is about are asked to sync once every listed node has applied this.
     *
     * @param users whom it is about; empty where it is about the conversation as a whole
     */
    @JsonTypeName("membership")
    record Membership(String conversation, List<String> users) implements ControlRecord {
        public Membership {
            users = List.copyOf(Objects.requireNonNullElse(users, List.of()));
        }
    }
}
