package dev.postrider.chat.presence;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** The registers that say which node holds a socket of whom. One call each; fails while Redis is away. */
interface Registers {

    /** This node holds a socket of each. */
    Uni<Void> markOnline(List<String> users);

    /** This node no longer does; where the users stand without it. */
    Uni<Map<String, Seen>> markOffline(List<LocalUsers.Leaving> users);

    /** Where the users stand. */
    Uni<Map<String, Seen>> read(List<String> users);
}
